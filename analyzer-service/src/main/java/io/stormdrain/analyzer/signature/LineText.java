package io.stormdrain.analyzer.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What patterns look at of a line, in every form that one of them wants, each made once. */
public final class LineText {

  /** Loggers put the level in front: behind time, process, thread and logger's name at most. */
  private static final int FRONT = 200;

  /** A character has four bytes at most, and counts as two then. */
  private static final int FRONT_BYTES = 3 * FRONT;

  private final byte[] bytes;
  private final int end;
  private @Nullable String text;
  private @Nullable String lower;
  private @Nullable Boolean quiet;

  LineText(byte[] bytes) {
    this.bytes = bytes;
    this.end = Math.min(bytes.length, LinePattern.MAX_LENGTH);
  }

  /** As it was read; not to be looked at beyond {@link #end}. */
  byte[] bytes() {
    return bytes;
  }

  int end() {
    return end;
  }

  String text() {
    String made = text;
    if (made == null) {
      made = new String(bytes, 0, end, UTF_8);
      text = made;
    }
    return made;
  }

  /** With letters' case put aside. */
  String lower() {
    String made = lower;
    if (made == null) {
      made = text().toLowerCase(Locale.ROOT);
      lower = made;
    }
    return made;
  }

  private String front() {
    return text().length() <= FRONT ? text() : text().substring(0, FRONT);
  }

  /** Whether the line calls itself information or less. */
  boolean isQuiet() {
    Boolean known = quiet;
    if (known == null) {
      known = Level.mayBeQuiet(bytes, Math.min(end, FRONT_BYTES)) && Level.isQuiet(front());
      quiet = known;
    }
    return known;
  }
}
