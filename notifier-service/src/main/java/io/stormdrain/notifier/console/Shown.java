package io.stormdrain.notifier.console;

import io.stormdrain.notifier.message.LogText;
import org.jspecify.annotations.Nullable;

/** Text of strangers made fit for a page, where there is any; the template escapes it. */
final class Shown {

  private Shown() {}

  static @Nullable String text(@Nullable String text) {
    String line = text == null ? "" : LogText.line(text);
    return line.isEmpty() ? null : line;
  }
}
