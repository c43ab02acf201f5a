package io.stormdrain.ingest.logplex;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line in which a sender admits that it lost lines before it: L10 of Logplex, L12 and L13 of
 * log-shuttle. For the app's owner it is the only trace of them.
 *
 * @param code {@code L10}, {@code L12} or {@code L13}
 * @param lines how many
 * @param drain the drain that lost them, in the newer form that names one
 */
record LossReport(String code, long lines, @Nullable String drain) {
  private static final int LONGEST = 300;
  private static final Pattern FORM =
      Pattern.compile(
          "Error (L1[023])\\b[^:]{0,40}: (?:drain '([^']{1,60})' dropped )?(\\d{1,12}) messages .*",
          Pattern.DOTALL);

  /** Applications print look-alikes, so only these two processes are believed. */
  static boolean mayComeFrom(byte[] body, int from, int to) {
    return to - from >= 7
        && body[from] == 'l'
        && body[from + 1] == 'o'
        && isReporter(body, from, to);
  }

  private static boolean isReporter(byte[] body, int from, int to) {
    String process = new String(body, from, to - from, UTF_8);
    return process.equals("logplex") || process.equals("log-shuttle");
  }

  static @Nullable LossReport read(byte[] body, int from, int to) {
    String text = new String(body, from, Math.min(LONGEST, to - from), UTF_8);
    Matcher form = FORM.matcher(text);
    return form.matches()
        ? new LossReport(form.group(1), Long.parseLong(form.group(3)), form.group(2))
        : null;
  }

  /** Heroku tells a drain about another drain's losses too; they are not this one's. */
  boolean isAbout(@Nullable String drainToken) {
    return drain == null || drainToken == null || drain.equals(drainToken);
  }
}
