package io.stormdrain.notifier.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Outlines as SVG writes them, in whole numbers: a screen shows no more. */
final class Paths {

  private Paths() {}

  /** Columns between two heights, empty where they are the same all along. */
  static String steps(double[] below, double[] above, double top) {
    StringBuilder path = new StringBuilder();
    int from = 0;
    while (from < above.length) {
      if (y(above[from], top) == y(below[from], top)) {
        from++;
        continue;
      }
      int until = from;
      while (until < above.length && y(above[until], top) != y(below[until], top)) {
        until++;
      }
      path.append('M').append(x(from, above.length)).append(' ').append(y(below[from], top));
      for (int at = from; at < until; at++) {
        step(path, x(at + 1, above.length), y(above[at], top));
      }
      for (int at = until - 1; at >= from; at--) {
        step(path, x(at, above.length), y(below[at], top));
      }
      path.append('Z');
      from = until;
    }
    return path.toString();
  }

  private static void step(StringBuilder path, int x, int y) {
    path.append('V').append(y).append('H').append(x);
  }

  /** From middle to middle of columns; it breaks off where nothing is known. */
  static String line(List<@Nullable Double> values, double top) {
    StringBuilder path = new StringBuilder();
    boolean on = false;
    for (int at = 0; at < values.size(); at++) {
      Double value = values.get(at);
      if (value == null) {
        on = false;
        continue;
      }
      int x = (x(at, values.size()) + x(at + 1, values.size())) / 2;
      path.append(on ? 'L' : 'M').append(x).append(' ').append(y(value, top));
      if (!on) {
        // One alone is seen too: with round ends it is a dot.
        path.append("h0");
      }
      on = true;
    }
    return path.toString();
  }

  private static int x(int column, int columns) {
    return Math.round((float) Chart.WIDTH * column / columns);
  }

  private static int y(double value, double top) {
    return (int) Math.round(Chart.HEIGHT * (1 - value / top));
  }
}
