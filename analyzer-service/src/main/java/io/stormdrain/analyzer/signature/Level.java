package io.stormdrain.analyzer.signature;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.google.re2j.Pattern;

/**
 * How loud a line is by its own words. A name of a level never makes a trouble; but what an app
 * calls information, as "INFO retrying after connection refused", is none.
 */
final class Level {

  /** Loggers put the level in front: behind time, process, thread and logger's name at most. */
  private static final int FRONT = 200;

  /** What stands in front of a level: the line's begin, a time, a bracket, a dash; not a word. */
  private static final String BEFORE = "(?:^|[\\d\\]|)Z>-]\\s{0,4}|[\\[(|<]\\s{0,2})";

  private static final String BEHIND = "(?:\\s{0,6}[\\]|):>-]|\\s|$)";

  private static final Pattern QUIET =
      Pattern.compile(
          BEFORE
              + "(?:INFO|DEBUG|TRACE|VERBOSE|NOTICE|FINE|FINER|FINEST|INF|DBG|Information|Info)"
              + BEHIND
              + "|(?i:(?:level|severity|lvl|levelname)[\"']?\\s?[=:]\\s?[\"']?(?:info|debug|trace|notice)\\b)"
              + "|\"level\":\\s?(?:10|20|30)\\b"
              + "|\\[(?:info|debug|trace|notice)\\]"
              + "|^(?:info|debug|trace|verbose|dbug):");

  private static final Pattern LOUD =
      Pattern.compile(
          BEFORE
              + "(?:ERROR|ERR|WARN|WARNING|FATAL|CRITICAL|CRIT|SEVERE|PANIC|ALERT|EMERG)"
              + BEHIND);

  private Level() {}

  /** Whether the line calls itself information or less. */
  static boolean isQuiet(byte[] text) {
    String front = new String(text, 0, Math.min(text.length, FRONT), ISO_8859_1);
    return QUIET.matcher(front).find() && !LOUD.matcher(front).find();
  }
}
