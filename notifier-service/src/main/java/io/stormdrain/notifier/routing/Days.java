package io.stormdrain.notifier.routing;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Days as the routing file writes them: {@code mon-fri}, {@code mon, wed, sat-sun}. */
record Days(Set<DayOfWeek> days) {

  static final Days ALL = new Days(EnumSet.allOf(DayOfWeek.class));

  private static final int LETTERS = 3;

  Days {
    days = Set.copyOf(days);
  }

  static Days of(String text) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String part : text.split(",", -1)) {
      String[] ends = part.strip().split("-", -1);
      DayOfWeek last = day(ends[ends.length - 1], text);
      DayOfWeek day = day(ends[0], text);
      days.add(day);
      while (day != last) {
        day = day.plus(1);
        days.add(day);
      }
    }
    return new Days(days);
  }

  private static DayOfWeek day(String word, String text) {
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> day.name().substring(0, LETTERS).toLowerCase(Locale.ROOT).equals(word))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "expected days like mon-fri or mon, wed, got '" + text + "'"));
  }
}
