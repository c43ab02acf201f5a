package io.stormdrain.local.fleet;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** The terminal: whole lines, one at a time. */
public final class Console {

  private final PrintStream out;

  /** Writes to a stream. */
  public Console(PrintStream out) {
    this.out = out;
  }

  /** Prints a line. */
  public synchronized void say(String line) {
    out.println(line);
    out.flush();
  }

  /** Prints what became of a part, in columns. */
  void say(String part, String what) {
    say("  %-11s %s".formatted(part, what));
  }

  static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }
}
