package io.stormdrain.notifier.console;

import io.stormdrain.notifier.line.LogLine;
import io.stormdrain.notifier.message.LogText;
import org.jspecify.annotations.Nullable;

/**
 * A log line on a page.
 *
 * @param ofPlatform whether the platform says it
 * @param meant whether it is the one that the page is about
 */
public record LogRow(
    Moment at, @Nullable String process, boolean ofPlatform, String text, boolean meant) {

  private static final int LONGEST = 2_000;

  static LogRow of(LogLine line, boolean meant) {
    return new LogRow(
        new Moment(line.time()),
        line.process() == null ? null : Shown.name(line.process()),
        line.ofPlatform(),
        LogText.line(line.text(), LONGEST),
        meant);
  }
}
