package io.stormdrain.notifier.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Somebody says that an incident is over. */
public record Resolution(
    @Schema(
            description = "A name that others know",
            minLength = 1,
            maxLength = 100,
            examples = "ann")
        @Nullable String by,
    @Schema(
            description = "What was done; may be left out",
            maxLength = 1000,
            examples = "one signal handler only")
        @Nullable String note,
    @Schema(description = "Whether the cause was removed: if it comes back, it is a regression")
        boolean fixed,
    @Schema(
            description = "Release with which the fix comes; left out when it is there already",
            examples = "v42")
        @Nullable String release) {

  private static final String EXPECTED =
      "{\"by\": \"<1 to 100 characters>\", \"note\": \"...\", \"fixed\": true, \"release\": \"v42\"},"
          + " of which only 'by' is needed";

  static Resolution in(@Nullable Resolution body) {
    Resolution said = Said.needed(body, EXPECTED);
    if (said.release() != null && !said.fixed()) {
      throw ProblemException.badRequest(
          "a release is named, but not that it is fixed with it", EXPECTED);
    }
    return said;
  }

  String who() {
    return Said.who(by, EXPECTED);
  }

  String what() {
    return Said.what("note", note, EXPECTED);
  }
}
