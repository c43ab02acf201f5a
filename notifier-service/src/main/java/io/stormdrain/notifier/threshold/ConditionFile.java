package io.stormdrain.notifier.threshold;

import static io.stormdrain.notifier.threshold.RuleFile.needed;
import static io.stormdrain.notifier.threshold.RuleFile.require;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A condition as it is written in a file. */
record ConditionFile(
    @Nullable Integer count,
    @Nullable Integer distinct,
    @Nullable String within,
    @Nullable String lasting,
    @Nullable String gap,
    @Nullable String value,
    @Nullable String over,
    @JsonProperty("at-least") @Nullable Long atLeast,
    @JsonProperty("unless-recovered") @Nullable String unlessRecovered,
    @Nullable String absent,
    @JsonProperty("absent-for") @Nullable String absentFor,
    @Nullable String apart,
    @Nullable String watched,
    @Nullable String until,
    @Nullable Double spike,
    @Nullable Baseline than,
    @Nullable List<String> sequence,
    @Nullable Set<String> correlated,
    boolean harmless) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static ConditionFile of(String word) {
    require(word.equals("at-once"), "expected 'at-once' or a condition, got '" + word + "'");
    return new ConditionFile(
        null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
        null, null, null, false);
  }

  @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
  ConditionFile {}

  Condition condition() {
    if (count != null) {
      return new Condition.Count(count, optional(within), optional(apart));
    }
    if (distinct != null) {
      return new Condition.Distinct(distinct, Durations.of(needed(within, "within")));
    }
    if (lasting != null) {
      return new Condition.Lasting(Durations.of(lasting), Durations.of(needed(gap, "gap")));
    }
    if (value != null) {
      return new Condition.Value(value, needed(atLeast, "at-least"));
    }
    if (over != null) {
      return new Condition.Over(over, needed(atLeast, "at-least"));
    }
    return spike != null || sequence != null || correlated != null ? compared() : inTime();
  }

  /** What is held against other times, other signals, other troubles. */
  private Condition compared() {
    if (sequence != null) {
      return new Condition.Sequence(sequence, Durations.of(needed(within, "within")));
    }
    if (correlated != null) {
      return new Condition.Correlated(correlated);
    }
    return new Condition.Spike(
        needed(spike, "spike"),
        Math.toIntExact(needed(atLeast, "at-least")),
        Durations.of(needed(within, "within")),
        Objects.requireNonNullElse(than, Baseline.BEFORE));
  }

  /** What time alone decides. */
  private Condition inTime() {
    if (absent != null || absentFor != null) {
      return new Condition.Absent(optional(absent), absentFor);
    }
    if (watched != null) {
      return new Condition.Watched(Durations.of(watched), Durations.of(needed(until, "until")));
    }
    return unlessRecovered == null
        ? new Condition.AtOnce()
        : new Condition.Unless(Durations.of(unlessRecovered), harmless);
  }

  private static @Nullable Duration optional(@Nullable String text) {
    return text == null ? null : Durations.of(text);
  }
}
