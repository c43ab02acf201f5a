package io.stormdrain.notifier.api;

import io.stormdrain.notifier.message.LogText;
import org.jspecify.annotations.Nullable;

/** Checks what people say in the body of a request, and makes it fit to be shown. */
final class Said {

  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_TEXT = 1_000;

  private Said() {}

  /** The body. */
  static <T> T needed(@Nullable T body, String expected) {
    if (body == null) {
      throw ProblemException.badRequest("the body is empty", expected);
    }
    return body;
  }

  /** Who says it. */
  static String who(@Nullable String by, String expected) {
    return name("by", by, expected);
  }

  /** A name. */
  static String name(String field, @Nullable String said, String expected) {
    String name = said == null ? "" : LogText.line(said);
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw ProblemException.badRequest("nobody is named in the field '" + field + "'", expected);
    }
    return name;
  }

  /** What is said; blank when nothing is. */
  static String what(String field, @Nullable String text, String expected) {
    String what = text == null ? "" : LogText.line(text);
    if (what.length() > LONGEST_TEXT) {
      throw ProblemException.badRequest(
          "the field '%s' is longer than %d characters".formatted(field, LONGEST_TEXT), expected);
    }
    return what;
  }
}
