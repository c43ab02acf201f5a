package io.stormdrain.local.classify;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Verdicts as people read them in a terminal. */
final class Report {

  private static final int MAX_LINES = 5;
  private static final int MAX_WIDTH = 160;

  private final PrintStream out;
  private final Map<Long, String> texts;

  Report(PrintStream out, Map<Long, String> texts) {
    this.out = out;
    this.texts = texts;
  }

  void write(List<Verdict> verdicts, int lines) {
    for (Verdict verdict : verdicts) {
      write(verdict);
    }
    long incidents = verdicts.stream().filter(Verdict::isIncident).count();
    out.printf(
        "%d %s read, %s%n",
        lines,
        lines == 1 ? "line" : "lines",
        incidents == 0
            ? "nothing to act on"
            : incidents + (incidents == 1 ? " finding" : " findings"));
  }

  private void write(Verdict verdict) {
    out.printf("%-8s  %s%n", verdict.severity().toUpperCase(Locale.ROOT), plain(verdict.title()));
    out.printf(
        "          %s, %d %s%s%n",
        verdict.type(),
        verdict.count(),
        verdict.count() == 1 ? "time" : "times",
        verdict.firstSeen() == null ? "" : ", since " + verdict.firstSeen());
    verdict.lines().stream()
        .limit(MAX_LINES)
        .forEach(
            number -> out.printf("  %6d  %s%n", number, plain(texts.getOrDefault(number, ""))));
    if (verdict.lines().size() > MAX_LINES) {
      out.printf("          ... and %d more lines%n", verdict.lines().size() - MAX_LINES);
    }
    verdict.remediation().forEach(step -> out.printf("      fix  %s%n", plain(step)));
    out.println();
  }

  /** Log text is not ours: control characters must not reach the terminal. */
  static String plain(String text) {
    StringBuilder clean = new StringBuilder();
    text.codePoints()
        .limit(MAX_WIDTH)
        .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }
}
