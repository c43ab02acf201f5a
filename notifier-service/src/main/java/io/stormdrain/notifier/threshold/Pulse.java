package io.stormdrain.notifier.threshold;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many came when, in columns of equal length. Bounded: when there are too many columns, they
 * are joined by twos, so that the whole time from the first to the last is always there.
 *
 * @param from when the first column begins; null while there is none
 * @param seconds length of a column
 * @param counts of each column, the first one first
 */
public record Pulse(@Nullable Instant from, long seconds, List<Long> counts) {

  /** Nothing came yet. */
  public static final Pulse NONE = new Pulse(null, 10, List.of());

  private static final int MOST = 60;

  public Pulse {
    if (seconds <= 0) {
      throw new IllegalArgumentException("a column lasts at least 1 s, not " + seconds);
    }
    counts = List.copyOf(counts);
  }

  /** With one more. */
  Pulse beat(Instant time) {
    if (from == null) {
      return new Pulse(at(column(time)), seconds, List.of(1L));
    }
    long first = column(from);
    long column = column(time);
    if (Math.max(column, first + counts.size() - 1) - Math.min(column, first) >= MOST) {
      return coarser().beat(time);
    }
    List<Long> all = new ArrayList<>(counts);
    while (column < first) {
      all.addFirst(0L);
      first--;
    }
    while (column >= first + all.size()) {
      all.add(0L);
    }
    int index = Math.toIntExact(column - first);
    all.set(index, all.get(index) + 1);
    return new Pulse(at(first), seconds, all);
  }

  /** The same in columns twice as long. */
  private Pulse coarser() {
    Pulse twice = new Pulse(null, seconds * 2, List.of());
    if (from == null) {
      return twice;
    }
    long first = twice.column(from);
    List<Long> all = new ArrayList<>();
    for (int index = 0; index < counts.size(); index++) {
      int into = Math.toIntExact(twice.column(from.plusSeconds(index * seconds)) - first);
      if (into == all.size()) {
        all.add(0L);
      }
      all.set(into, all.get(into) + counts.get(index));
    }
    return new Pulse(twice.at(first), twice.seconds(), all);
  }

  private long column(Instant time) {
    return Math.floorDiv(time.getEpochSecond(), seconds);
  }

  private Instant at(long column) {
    return Instant.ofEpochSecond(column * seconds);
  }
}
