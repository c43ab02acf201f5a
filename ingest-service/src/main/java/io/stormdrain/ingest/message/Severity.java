package io.stormdrain.ingest.message;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How bad a sender says that a message is.
 *
 * @param number OpenTelemetry's severity number, 1 to 24
 * @param trust how far to believe it
 */
public record Severity(int number, Trust trust) {
  private static final int LOWEST = 1;
  private static final int HIGHEST = 24;
  private static final int HIGHEST_PRIORITY = 191;

  /** For syslog's severities 0 to 7 (OpenTelemetry's logs data model, appendix B). */
  private static final int[] OF_SYSLOG = {21, 19, 18, 17, 13, 10, 9, 5};

  private static final Map<String, Integer> OF_WORDS =
      Map.ofEntries(
          Map.entry("trace", 1),
          Map.entry("verbose", 1),
          Map.entry("debug", 5),
          Map.entry("info", 9),
          Map.entry("information", 9),
          Map.entry("notice", 10),
          Map.entry("warn", 13),
          Map.entry("warning", 13),
          Map.entry("error", 17),
          Map.entry("err", 17),
          Map.entry("critical", 21),
          Map.entry("crit", 21),
          Map.entry("fatal", 21),
          Map.entry("panic", 21),
          Map.entry("alert", 21),
          Map.entry("emerg", 21),
          Map.entry("emergency", 21));

  /** Where a severity comes from. */
  public enum Trust {
    /** The app said so. */
    EXPLICIT,
    /** Derived from stdout or stderr. */
    STREAM,
    /** The transport's constant, the same for every message. */
    GUESSED;

    /** As the record's header writes it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Severity {
    if (number < LOWEST || number > HIGHEST) {
      throw new IllegalArgumentException("severity number " + number + ": 1 to 24");
    }
  }

  /** From a syslog {@code PRI}; null when there is no such priority. */
  public static @Nullable Severity ofPriority(int priority, Trust trust) {
    boolean known = priority >= 0 && priority <= HIGHEST_PRIORITY;
    return known ? new Severity(OF_SYSLOG[priority % 8], trust) : null;
  }

  /** From OpenTelemetry's own number; null when the sender left it out, or made one up. */
  public static @Nullable Severity ofNumber(int number, Trust trust) {
    return number < LOWEST || number > HIGHEST ? null : new Severity(number, trust);
  }

  /** From a word such as {@code error}, in any case; null when it is no such word. */
  public static @Nullable Severity ofWord(@Nullable String word, Trust trust) {
    Integer number = word == null ? null : OF_WORDS.get(word.strip().toLowerCase(Locale.ROOT));
    return number == null ? null : new Severity(number, trust);
  }

  /** From the levels 10 to 60 of pino and bunyan; null when it is none of them. */
  public static @Nullable Severity ofPino(int level, Trust trust) {
    boolean known = level >= 10 && level <= 60 && level % 10 == 0;
    return known ? new Severity(level / 10 * 4 - 3, trust) : null;
  }

  /** As the record's header writes it: {@code 17 explicit}. */
  public String word() {
    return number + " " + trust.word();
  }
}
