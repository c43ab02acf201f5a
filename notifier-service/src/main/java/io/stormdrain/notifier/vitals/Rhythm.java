package io.stormdrain.notifier.vitals;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How somebody talks, by his own time, and so how long a silence is unheard of: twice the period of
 * one who talks at regular intervals, or twice the longest silence of a week. Whoever was heard for
 * less than a week and not regularly may be silent for as long as he likes: nobody knows his nights
 * and weekends yet. Bounded.
 *
 * @param since when he was heard first
 * @param last when he was heard last, rounded to windows of vitals
 * @param pauses the latest ones in seconds, oldest first
 * @param longest pauses of the last days, oldest day first
 */
public record Rhythm(Instant since, Instant last, List<Long> pauses, List<Day> longest) {

  /** So many equal pauses make a period. */
  static final int REGULAR = 12;

  /** Days whose longest pauses are remembered, and that make somebody known. */
  static final int DAYS = 7;

  /** Who talks more often than this talks all the time: his nights have to be known. */
  static final Duration SHORTEST_PERIOD = Duration.ofMinutes(1);

  /** Windows of vitals begin at multiples of it: a period is not known better. */
  static final Duration BLUR = Duration.ofSeconds(10);

  /** No shorter silence of somebody who talks all the time is told. */
  static final Duration SHORTEST_SILENCE = Duration.ofMinutes(10);

  /** Whoever may be silent for longer is not waited for. */
  static final Duration LONGEST_SILENCE = Duration.ofHours(23);

  /** The longest pause that ended on a day. */
  public record Day(LocalDate date, long seconds) {}

  public Rhythm {
    pauses = List.copyOf(pauses);
    longest = List.copyOf(longest);
  }

  /** Of somebody who was never heard before. */
  static Rhythm first(Instant at) {
    return new Rhythm(at, at, List.of(), List.of());
  }

  /** He was heard once more; what comes late changes nothing. */
  Rhythm heard(Instant at) {
    long pause = Duration.between(last, at).toSeconds();
    if (pause <= 0) {
      return this;
    }
    List<Long> latest = new ArrayList<>(pauses);
    latest.add(pause);
    if (latest.size() > REGULAR) {
      latest.removeFirst();
    }
    return new Rhythm(since, at, latest, withPause(LocalDate.ofInstant(at, ZoneOffset.UTC), pause));
  }

  private List<Day> withPause(LocalDate date, long pause) {
    List<Day> days = new ArrayList<>(longest);
    if (!days.isEmpty() && days.getLast().date().equals(date)) {
      days.set(days.size() - 1, new Day(date, Math.max(pause, days.getLast().seconds())));
    } else {
      days.add(new Day(date, pause));
    }
    days.removeIf(day -> day.date().isBefore(date.minusDays(DAYS)));
    return days;
  }

  /** How long a silence is unheard of; null when nobody knows. */
  @JsonIgnore
  public @Nullable Duration unheardOf() {
    Duration silence = isRegular() ? period().multipliedBy(2).plus(BLUR) : longestTwice();
    return silence == null || silence.compareTo(LONGEST_SILENCE) > 0 ? null : silence;
  }

  /** Whether he talks at regular intervals. */
  @JsonIgnore
  boolean isRegular() {
    long shortest = pauses.stream().mapToLong(Long::longValue).min().orElse(0);
    return pauses.size() == REGULAR
        && shortest >= SHORTEST_PERIOD.toSeconds()
        && period().toSeconds() <= shortest * 5 / 4 + BLUR.toSeconds();
  }

  private Duration period() {
    return Duration.ofSeconds(pauses.stream().mapToLong(Long::longValue).max().orElse(0));
  }

  private @Nullable Duration longestTwice() {
    if (last.isBefore(since.plus(Duration.ofDays(DAYS)))) {
      return null;
    }
    long seconds = 2 * longest.stream().mapToLong(Day::seconds).max().orElse(0);
    return Duration.ofSeconds(Math.max(seconds, SHORTEST_SILENCE.toSeconds()));
  }
}
