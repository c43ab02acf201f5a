package io.stormdrain.notifier.api;

import io.stormdrain.notifier.message.LogText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Somebody says that they look after an incident. */
public record Acknowledgement(
    @Schema(
            description = "A name that others know",
            minLength = 1,
            maxLength = 100,
            examples = "ann")
        @Nullable String by) {

  private static final int LONGEST = 100;
  private static final String EXPECTED = "{\"by\": \"<1 to 100 characters>\"}";

  /** The name, fit to be shown. */
  String who() {
    String who = by == null ? "" : LogText.line(by);
    if (who.isEmpty() || who.length() > LONGEST) {
      throw ProblemException.badRequest("nobody is named in the field 'by'", EXPECTED);
    }
    return who;
  }

  static String nameIn(@Nullable Acknowledgement body) {
    if (body == null) {
      throw ProblemException.badRequest("the body is empty", EXPECTED);
    }
    return body.who();
  }
}
