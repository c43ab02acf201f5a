package io.stormdrain.notifier.threshold;

import io.stormdrain.notifier.threshold.RuleTest.Given;
import io.stormdrain.notifier.threshold.RuleTest.Outlook;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A test of an alert rule as it is written beside it. */
record TestFile(
    @Nullable List<String> after,
    @Nullable String at,
    @Nullable Outlook is,
    @Nullable Severity severity) {

  /** Throws IllegalArgumentException that says what is wrong. */
  RuleTest of(String rule, String place) {
    if (after == null || after.isEmpty() || is == null) {
      throw new IllegalArgumentException("a test needs signals in 'after', and 'is'");
    }
    List<Given> signals = after.stream().flatMap(line -> GivenLine.of(line).stream()).toList();
    Duration last = signals.getLast().at();
    return new RuleTest(
        rule, place, signals, after, at == null ? last : Durations.of(at), is, severity);
  }
}
