package io.stormdrain.acceptance.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was found out about one fault, and the bounds of time that were missed. */
final class Figures {

  private final List<String> all = new ArrayList<>();
  private final List<String> slow = new ArrayList<>();

  void add(String name, long count) {
    all.add(name + " " + count);
  }

  void add(String name, Duration took) {
    all.add(name + " " + seconds(took));
  }

  /**
   * A time that has a bound; on a machine that others load it may be missed with everything in
   * order.
   */
  void add(String name, Duration took, Duration bound) {
    boolean missed = took.compareTo(bound) > 0;
    String text = "%s %s (<= %s)".formatted(name, seconds(took), seconds(bound));
    all.add(text);
    if (missed) {
      slow.add(text);
    }
  }

  boolean isSlow() {
    return !slow.isEmpty();
  }

  private static String seconds(Duration took) {
    return String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1e3);
  }

  @Override
  public String toString() {
    return String.join(", ", all);
  }
}
