package io.stormdrain.analyzer.signature;

import io.stormdrain.analyzer.expression.Expression;

/**
 * How loud a line is by its own words. A name of a level never makes a trouble; but what an app
 * calls information, as "INFO retrying after connection refused", is none.
 */
final class Level {

  /** What stands in front of a level: the line's begin, a time, a bracket, a dash; not a word. */
  private static final String BEFORE = "(?:^|[\\d\\]|)Z>-]\\s{0,4}|[\\[(|<]\\s{0,2})";

  private static final String BEHIND = "(?:\\s{0,6}[\\]|):>-]|\\s|$)";

  private static final Expression QUIET =
      Expression.of(
          BEFORE
              + "(?:INFO|DEBUG|TRACE|VERBOSE|NOTICE|FINE|FINER|FINEST|INF|DBG|Information|Info)"
              + BEHIND
              + "|(?i:(?:level|severity|lvl|levelname)[\"']?\\s?[=:]\\s?[\"']?(?:info|debug|trace|notice)\\b)"
              + "|\"level\":\\s?(?:10|20|30)\\b"
              + "|\\[(?:info|debug|trace|notice)\\]"
              + "|^(?:info|debug|trace|verbose|dbug):");

  private static final Expression LOUD =
      Expression.of(
          BEFORE
              + "(?:ERROR|ERR|WARN|WARNING|FATAL|CRITICAL|CRIT|SEVERE|PANIC|ALERT|EMERG)"
              + BEHIND);

  /** One of these, letters' case aside, is in every line that calls itself quiet. */
  private static final String[] SIGNS = {
    "inf", "debug", "dbg", "dbug", "trace", "verbose", "notice", "fine", "level\":"
  };

  private Level() {}

  /** Whether a line that begins so calls itself information or less. */
  static boolean isQuiet(String front) {
    return QUIET.isIn(front) && !LOUD.isIn(front);
  }

  /** Most lines that anybody asks about are errors: a search for words is far faster. */
  static boolean mayBeQuiet(String lower) {
    for (String sign : SIGNS) {
      if (lower.contains(sign)) {
        return true;
      }
    }
    return false;
  }
}
