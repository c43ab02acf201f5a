package io.stormdrain.notifier.api;

import io.stormdrain.notifier.message.InWords;
import io.stormdrain.notifier.threshold.Condition;
import io.stormdrain.notifier.threshold.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What was counted for a condition, as people would say it. */
final class TallyWords {

  private static final int MOST = 10;

  private TallyWords() {}

  static String of(Condition condition, Tally tally) {
    return switch (condition) {
      case Condition.AtOnce now -> seen(tally);
      case Condition.Count count ->
          count.within() == null
              ? InWords.times(tally.sinceReset()) + " since the last start; " + seen(tally)
              : "the latest at " + clocks(tally.recent()) + "; " + seen(tally);
      case Condition.Distinct distinct -> subjects(tally, distinct.within());
      case Condition.Lasting lasting ->
          tally.streakFrom() == null || tally.last() == null
              ? "no streak goes on; " + seen(tally)
              : "without a longer pause from %s to %s, %s"
                  .formatted(
                      InWords.clock(tally.streakFrom()),
                      InWords.clock(tally.last()),
                      InWords.duration(Duration.between(tally.streakFrom(), tally.last())));
      case Condition.Value value -> value(value.capture(), tally);
      case Condition.Over over -> value(over.capture(), tally);
      case Condition.Absent absent ->
          tally.last() == null ? seen(tally) : "the last one came at " + InWords.time(tally.last());
      case Condition.Spike spike -> spike(spike, tally);
      case Condition.Sequence sequence -> steps(sequence, tally);
      case Condition.Watched watched -> seen(tally);
      case Condition.Correlated correlated -> seen(tally);
      case Condition.Unless unless -> seen(tally);
    };
  }

  private static String seen(Tally tally) {
    return "seen " + InWords.times(tally.total());
  }

  private static String value(String capture, Tally tally) {
    Long value = tally.values().get(capture);
    return value == null ? seen(tally) : "%s is %,d; %s".formatted(capture, value, seen(tally));
  }

  private static String spike(Condition.Spike spike, Tally tally) {
    Instant last = tally.last();
    return last == null
        ? seen(tally)
        : "%,d within %s until %s, %.1f times the usual; %s"
            .formatted(
                tally.flow().until(last, spike.within()),
                InWords.duration(spike.within()),
                InWords.clock(last),
                spike.than().timesUsual(tally.flow(), last, spike.within()),
                seen(tally));
  }

  private static String steps(Condition.Sequence sequence, Tally tally) {
    return sequence.types().stream()
        .distinct()
        .map(type -> type + " at " + clocks(tally.steps().times().getOrDefault(type, List.of())))
        .collect(Collectors.joining("; "));
  }

  private static String clocks(List<Instant> times) {
    return times.reversed().stream().limit(MOST).toList().reversed().stream()
        .map(InWords::clock)
        .collect(Collectors.joining(", "));
  }

  private static String subjects(Tally tally, Duration within) {
    Instant last = Objects.requireNonNullElse(tally.last(), Instant.EPOCH);
    List<String> recent =
        tally.subjects().entrySet().stream()
            .filter(subject -> subject.getValue().isAfter(last.minus(within)))
            .map(subject -> subject.getKey() + " at " + InWords.clock(subject.getValue()))
            .toList();
    return "%d different ones: %s"
        .formatted(recent.size(), recent.stream().limit(MOST).collect(Collectors.joining(", ")));
  }
}
