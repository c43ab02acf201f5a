package io.stormdrain.notifier.api;

import io.stormdrain.notifier.message.InWords;
import io.stormdrain.notifier.threshold.Condition;
import io.stormdrain.notifier.threshold.Resolve;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What alert rules ask for, as people would say it. */
final class RuleWords {

  private RuleWords() {}

  static String of(Condition condition) {
    return switch (condition) {
      case Condition.AtOnce now -> "at once";
      case Condition.Count count -> count(count);
      case Condition.Distinct distinct ->
          "%d different ones within %s"
              .formatted(distinct.atLeast(), InWords.duration(distinct.within()));
      case Condition.Lasting lasting ->
          "when it has lasted %s without a pause of more than %s"
              .formatted(InWords.duration(lasting.duration()), InWords.duration(lasting.gap()));
      case Condition.Value value ->
          "when %s is %,d or more".formatted(value.capture(), value.atLeast());
      case Condition.Over over ->
          "when %s is measured at %,d or more".formatted(over.capture(), over.atLeast());
      case Condition.Spike spike -> spike(spike);
      case Condition.Sequence sequence ->
          "%s, one after the other, within %s"
              .formatted(
                  String.join(", then ", sequence.types()), InWords.duration(sequence.within()));
      case Condition.Correlated correlated ->
          "when there is also " + sorted(correlated.classes(), " and ");
      case Condition.Absent absent ->
          absent.after() == null
              ? "when none comes for longer than its " + absent.capture() + " says"
              : "when none comes for " + InWords.duration(absent.after());
      case Condition.Watched watched ->
          "what became of it is said after %s and after %s"
              .formatted(InWords.duration(watched.first()), InWords.duration(watched.last()));
      case Condition.Unless unless ->
          "unless it has recovered within " + InWords.duration(unless.within());
    };
  }

  static String of(Resolve resolve) {
    return switch (resolve) {
      case Resolve.Evidence evidence ->
          "after %s%s%s"
              .formatted(
                  sorted(evidence.signals(), " or "),
                  evidence.anyProcess() ? " of any process" : "",
                  held(evidence.hold()));
      case Resolve.Under under ->
          "when %s is measured below %,d%s"
              .formatted(under.capture(), under.below(), held(under.hold()));
      case Resolve.Calm calm ->
          "when less than %s times the usual comes%s"
              .formatted(times(calm.below()), held(calm.hold()));
      case Resolve.Quiet quiet ->
          "when it was not seen for %s while the app went on talking"
              .formatted(InWords.duration(quiet.duration()));
      case Resolve.Released released ->
          "when it was not seen for %s under a new release"
              .formatted(InWords.duration(released.quiet()));
    };
  }

  private static String count(Condition.Count count) {
    String times = InWords.times(count.atLeast());
    return count.within() == null
        ? times + " since the process was started"
        : times + " within " + InWords.duration(count.within());
  }

  private static String held(Duration hold) {
    return hold.isZero() ? "" : ", and nothing bad for " + InWords.duration(hold);
  }

  private static String spike(Condition.Spike spike) {
    String usual =
        switch (spike.than()) {
          case BEFORE -> "the " + InWords.duration(spike.within()) + " before";
          case WEEK -> "usual at this hour of the week";
          case RELEASE -> "so long after the release before";
        };
    return "when %,d or more come within %s, and %s times as many as %s"
        .formatted(spike.atLeast(), InWords.duration(spike.within()), times(spike.times()), usual);
  }

  private static String times(double times) {
    return new DecimalFormat("#.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(times);
  }

  private static String sorted(Set<String> words, String between) {
    return words.stream().sorted().collect(Collectors.joining(between));
  }
}
