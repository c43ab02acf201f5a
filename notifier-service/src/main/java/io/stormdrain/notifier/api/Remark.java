package io.stormdrain.notifier.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Somebody has something to say about an incident. */
public record Remark(
    @Schema(
            description = "A name that others know",
            minLength = 1,
            maxLength = 100,
            examples = "ann")
        @Nullable String by,
    @Schema(
            description = "What there is to say",
            minLength = 1,
            maxLength = 1000,
            examples = "looking into the migration")
        @Nullable String text) {

  private static final String EXPECTED =
      "{\"by\": \"<1 to 100 characters>\", \"text\": \"<1 to 1000 characters>\"}";

  static Remark in(@Nullable Remark body) {
    return Said.needed(body, EXPECTED);
  }

  String who() {
    return Said.who(by, EXPECTED);
  }

  String what() {
    String what = Said.what("text", text, EXPECTED);
    if (what.isEmpty()) {
      throw ProblemException.badRequest("nothing is said in the field 'text'", EXPECTED);
    }
    return what;
  }
}
