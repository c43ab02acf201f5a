package io.stormdrain.notifier.chart;

import java.util.Locale;

/** What numbers of a chart are, and how people write them. */
public enum Unit {
  COUNT,
  PER_SECOND,
  MILLIS,
  BYTES;

  private static final double KIBI = 1024;
  private static final double[] STEPS = {1, 2, 3, 4, 5, 6, 8};

  /** Half of a count is one too. */
  private static final double[] EVEN = {2, 4, 6, 8};

  /** {@code 12/s}, {@code 250 ms}, {@code 1.5 s}, {@code 512 MiB}. */
  public String text(double value) {
    return switch (this) {
      case COUNT -> number(value);
      case PER_SECOND -> number(value) + "/s";
      case MILLIS -> value < 1000 ? number(value) + " ms" : number(value / 1000) + " s";
      case BYTES -> bytes(value);
    };
  }

  /** The next round number from which an axis can begin. */
  double ceiling(double value) {
    if (value <= 0) {
      return this == COUNT ? 2 : 1;
    }
    double base = this == BYTES ? Math.pow(KIBI, Math.floor(Math.log(value) / Math.log(KIBI))) : 1;
    double power = Math.pow(10, Math.floor(Math.log10(value / base)));
    for (double step : this == COUNT ? EVEN : STEPS) {
      if (value <= step * power * base) {
        return step * power * base;
      }
    }
    return 10 * power * base;
  }

  private static String bytes(double value) {
    String[] names = {"B", "KiB", "MiB", "GiB", "TiB"};
    double rest = value;
    int name = 0;
    while (rest >= KIBI && name < names.length - 1) {
      rest /= KIBI;
      name++;
    }
    return number(rest) + " " + names[name];
  }

  /** Three digits at least where they matter, none where they do not. */
  private static String number(double value) {
    if (value >= 10 || value == Math.rint(value)) {
      return String.format(Locale.ROOT, "%,d", Math.round(value));
    }
    String text = String.format(Locale.ROOT, value >= 1 ? "%.1f" : "%.2f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
