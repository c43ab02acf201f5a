package io.stormdrain.notifier.threshold;

import io.stormdrain.notifier.signal.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When what was seen is enough. Pure: a tally and the time of the signal that came last in, yes or
 * no out. A signal may come late: it counts in the window in which it happened.
 */
public sealed interface Condition {

  /** Whether the tally meets it. */
  boolean met(Tally tally, Moment now);

  /** How many times the tally has to keep for it. */
  default int keep() {
    return 0;
  }

  /**
   * Whether less than it is not a smaller trouble of the class but none: one death is no crash
   * loop, while one failed request is a failed request.
   */
  default boolean definesClass() {
    return false;
  }

  /** The first signal is enough. */
  record AtOnce() implements Condition {
    @Override
    public boolean met(Tally tally, Moment now) {
      return true;
    }
  }

  /**
   * So many signals in a window of that length that the one which came last is in; its end counts,
   * its start does not: {@code (t - within, t]}.
   *
   * @param within null for all since the rule's reset signal
   * @param apart signals that follow sooner on the one before count as one with it; null for all
   */
  record Count(int atLeast, @Nullable Duration within, @Nullable Duration apart)
      implements Condition {

    /** More would make tallies large; a rule that needs more wants a ratio. */
    static final int MAX = 200;

    public Count {
      if (atLeast < 1 || (within != null && atLeast > MAX)) {
        throw new IllegalArgumentException("count must be 1 to " + MAX + ", got " + atLeast);
      }
    }

    @Override
    public boolean met(Tally tally, Moment now) {
      if (within == null) {
        return tally.sinceReset() >= atLeast;
      }
      return Window.holds(tally.recent(), atLeast, within, now.time());
    }

    /** Twice as many as it asks for: those that came before a late one must not push it out. */
    @Override
    public int keep() {
      return within == null ? 0 : 2 * atLeast;
    }

    @Override
    public boolean definesClass() {
      return within == null;
    }
  }

  /** So many different subjects in a window that the signal which came last is in. */
  record Distinct(int atLeast, Duration within) implements Condition {
    @Override
    public boolean met(Tally tally, Moment now) {
      return Window.holds(
          tally.subjects().values().stream().sorted().toList(), atLeast, within, now.time());
    }
  }

  /** Signals have come for so long, with no pause longer than {@code gap} between them. */
  record Lasting(Duration duration, Duration gap) implements Condition {
    @Override
    public boolean met(Tally tally, Moment now) {
      Instant last = tally.last();
      return tally.streakFrom() != null
          && last != null
          && !last.isBefore(tally.streakFrom().plus(duration));
    }
  }

  /** A number that was read from the latest signal is high enough. */
  record Value(String capture, long atLeast) implements Condition {
    @Override
    public boolean met(Tally tally, Moment now) {
      Long value = tally.values().get(capture);
      return value != null && value >= atLeast;
    }

    @Override
    public boolean definesClass() {
      return true;
    }
  }

  /**
   * A number that is measured again and again is high enough. Signals with a lower one are not of
   * the class at all.
   */
  record Over(String capture, long atLeast) implements Condition {
    @Override
    public boolean met(Tally tally, Moment now) {
      return true;
    }

    boolean holds(Signal signal) {
      Long value = signal.number(capture);
      return value != null && value >= atLeast;
    }
  }

  /**
   * Many more than usual, in a window that ends now.
   *
   * @param times so many times as usual; what usually does not come at all counts as coming once
   * @param atLeast fewer are nothing to speak of
   */
  record Spike(double times, int atLeast, Duration within, Baseline than) implements Condition {

    public Spike {
      if (!(times > 1) || atLeast < 1) {
        throw new IllegalArgumentException(
            "a spike is more than 1 times the usual, and at least 1, got %s and %d"
                .formatted(times, atLeast));
      }
    }

    @Override
    public boolean met(Tally tally, Moment now) {
      return tally.flow().until(now.time(), within) >= atLeast
          && than.timesUsual(tally.flow(), now.time(), within) >= times;
    }
  }

  /** Signals of these types came one after the other, in a window that the last one is in. */
  record Sequence(List<String> types, Duration within) implements Condition {

    public Sequence {
      types = List.copyOf(types);
      if (types.size() < 2) {
        throw new IllegalArgumentException("a sequence has two steps at least, got " + types);
      }
    }

    @Override
    public boolean met(Tally tally, Moment now) {
      return tally.steps().follow(types, within, now.time());
    }

    @Override
    public boolean definesClass() {
      return true;
    }
  }

  /** The app has a trouble of each of these classes, too. */
  record Correlated(Set<String> classes) implements Condition {

    public Correlated {
      classes = Set.copyOf(classes);
    }

    @Override
    public boolean met(Tally tally, Moment now) {
      return now.open().containsAll(classes);
    }

    @Override
    public boolean definesClass() {
      return true;
    }
  }

  /**
   * The signals are expected, and none came for too long.
   *
   * @param after for how long; null where each signal says it
   * @param capture in which a signal says it, in seconds; a signal without it ends the waiting
   */
  record Absent(@Nullable Duration after, @Nullable String capture) implements Condition {

    public Absent {
      if ((after == null) == (capture == null)) {
        throw new IllegalArgumentException("absent needs a time or the capture that has it");
      }
    }

    @Override
    public boolean met(Tally tally, Moment now) {
      return false;
    }

    /** How long the next one may take; null when none is waited for. */
    public @Nullable Duration patience(Signal signal) {
      Long seconds = capture == null ? null : signal.number(capture);
      return seconds == null ? after : Duration.ofSeconds(seconds);
    }
  }

  /**
   * The signal is no trouble: what became of it is said after a while, and once more at the end.
   */
  record Watched(Duration first, Duration last) implements Condition {

    public Watched {
      if (!first.isPositive() || first.compareTo(last) >= 0) {
        throw new IllegalArgumentException("watched at first, and for longer at last");
      }
    }

    @Override
    public boolean met(Tally tally, Moment now) {
      return false;
    }
  }

  /**
   * The first signal is enough, unless the sign of recovery comes within this time: one crash that
   * the platform's restart cures is nobody's business at night.
   *
   * @param harmless whether what has recovered in time was no trouble at all
   */
  record Unless(Duration within, boolean harmless) implements Condition {
    @Override
    public boolean met(Tally tally, Moment now) {
      return false;
    }
  }
}
