package io.stormdrain.notifier.console;

import io.stormdrain.notifier.message.LogText;
import org.jspecify.annotations.Nullable;

/** Text of strangers made fit for a page, where there is any; the template escapes it. */
final class Shown {

  private static final int LONGEST_NAME = 80;

  private Shown() {}

  /** The name of an app, a process or a release, in a list of many. */
  static String name(String name) {
    return LogText.line(name, LONGEST_NAME);
  }

  static @Nullable String text(@Nullable String text) {
    String line = text == null ? "" : LogText.line(text);
    return line.isEmpty() ? null : line;
  }
}
