package io.stormdrain.notifier.threshold;

import io.stormdrain.notifier.signal.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a rule remembers of the signals it has seen under one key. Bounded: only as much as its
 * conditions ask for.
 *
 * @param total signals ever
 * @param sinceReset signals since the rule's reset signal, as since the process started
 * @param recent times of the last signals, oldest first
 * @param subjects what they were about, each with the time it was last seen, in order of appearance
 * @param streakFrom since when signals have come without a long gap
 * @param last time of the latest signal
 * @param values latest values of the captures that conditions look at
 * @param pulse how many came when
 * @param flow the same for what is held against what is usual
 * @param steps when the steps of a sequence were seen
 */
public record Tally(
    long total,
    long sinceReset,
    List<Instant> recent,
    Map<String, Instant> subjects,
    @Nullable Instant streakFrom,
    @Nullable Instant last,
    Map<String, Long> values,
    Pulse pulse,
    Flow flow,
    Steps steps) {

  /** Distinct subjects that are kept; the one unseen for longest goes. */
  private static final int MAX_SUBJECTS = 100;

  /** Nothing seen yet. */
  public static final Tally NONE =
      new Tally(0, 0, List.of(), Map.of(), null, null, Map.of(), Pulse.NONE, Flow.NONE, Steps.NONE);

  public Tally {
    recent = List.copyOf(recent);
    subjects = Collections.unmodifiableMap(new LinkedHashMap<>(subjects));
    values = Map.copyOf(values);
    pulse = pulse == null ? Pulse.NONE : pulse;
    flow = flow == null ? Flow.NONE : flow;
    steps = steps == null ? Steps.NONE : steps;
  }

  /**
   * What has to be remembered of signals.
   *
   * @param times how many times are kept
   * @param gap pause that ends a streak; null when no condition asks for one
   * @param apart what follows sooner on the latest is no new one; null when all count
   * @param window in parts of which is counted; null when nothing is held against what is usual
   * @param inSteps whether types of signals are told apart
   */
  record Keep(
      int times,
      @Nullable Duration gap,
      @Nullable Duration apart,
      @Nullable Duration window,
      boolean inSteps) {}

  /**
   * With one more signal.
   *
   * @param seen values of captures
   * @param released when the release came under which it was seen; null when none is known
   */
  Tally add(Signal signal, Map<String, Long> seen, @Nullable Instant released, Keep keep) {
    Instant time = signal.time();
    Map<String, Long> latest = new LinkedHashMap<>(values);
    latest.putAll(seen);
    return new Tally(
        total + 1,
        isSoon(time, keep.apart()) ? sinceReset : sinceReset + 1,
        withTime(time, keep.times()),
        withSubject(signal.subject(), time),
        withStreak(time, keep.gap()),
        last == null || time.isAfter(last) ? time : last,
        latest,
        pulse.beat(time),
        keep.window() == null ? flow : flow.beat(time, keep.window(), released),
        keep.inSteps() ? steps.plus(signal.type(), time) : steps);
  }

  private boolean isSoon(Instant time, @Nullable Duration apart) {
    return last != null && apart != null && time.isBefore(last.plus(apart));
  }

  /** As after the reset signal: what is counted per start begins anew. */
  public Tally reset() {
    return new Tally(total, 0, List.of(), subjects, null, last, values, pulse, flow, Steps.NONE);
  }

  /** As if only this had been seen. */
  public Tally once(Instant time) {
    return new Tally(
        1, 1, List.of(), subjects, time, time, values, Pulse.NONE.beat(time), flow, steps);
  }

  /** What comes late may make a streak longer at its beginning, and never ends one. */
  private Instant withStreak(Instant time, @Nullable Duration gap) {
    if (streakFrom == null || last == null || gap == null || time.isAfter(last.plus(gap))) {
      return time;
    }
    boolean before = time.isBefore(streakFrom) && !time.isBefore(streakFrom.minus(gap));
    return before ? time : streakFrom;
  }

  private List<Instant> withTime(Instant time, int keep) {
    if (keep == 0) {
      return List.of();
    }
    List<Instant> times = new ArrayList<>(recent);
    int at = times.size();
    while (at > 0 && times.get(at - 1).isAfter(time)) {
      at--;
    }
    times.add(at, time);
    return times.size() > keep ? times.subList(times.size() - keep, times.size()) : times;
  }

  private Map<String, Instant> withSubject(@Nullable String subject, Instant time) {
    if (subject == null) {
      return subjects;
    }
    Map<String, Instant> all = new LinkedHashMap<>(subjects);
    all.merge(subject, time, (a, b) -> a.isAfter(b) ? a : b);
    if (all.size() > MAX_SUBJECTS) {
      all.entrySet().stream()
          .min(Map.Entry.comparingByValue())
          .map(Map.Entry::getKey)
          .ifPresent(all::remove);
    }
    return all;
  }
}
