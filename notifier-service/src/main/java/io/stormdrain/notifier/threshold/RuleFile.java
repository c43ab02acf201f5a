package io.stormdrain.notifier.threshold;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An alert rule as it is written in a file. */
record RuleFile(
    String id,
    @Nullable String label,
    Set<String> on,
    @Nullable Map<String, String> where,
    @JsonProperty("where-not") @Nullable Map<String, String> whereNot,
    Stage stage,
    @Nullable List<String> key,
    Severity severity,
    ConditionFile opens,
    @Nullable List<RaiseFile> raises,
    @Nullable List<ResolveFile> resolves,
    @JsonProperty("reset-on") @Nullable Set<String> resetOn,
    @Nullable Set<String> explains,
    @Nullable Set<String> supersedes,
    @JsonProperty("once-per-release") boolean oncePerRelease,
    boolean shadow,
    String title,
    @Nullable List<TestFile> tests) {

  record RaiseFile(Severity to, @Nullable ConditionFile when, @Nullable Set<String> on) {
    AlertRule.Raise raise() {
      require((when == null) != (on == null), "a raise needs either 'when' or 'on'");
      return new AlertRule.Raise(
          to,
          when == null ? new Condition.AtOnce() : when.condition(),
          Objects.requireNonNullElse(on, Set.of()));
    }
  }

  record ResolveFile(
      @Nullable Set<String> on,
      @Nullable String hold,
      @JsonProperty("any-process") boolean anyProcess,
      @Nullable String under,
      @Nullable Long below,
      @Nullable String quiet,
      @Nullable String released,
      @Nullable Double calm) {
    Resolve resolve() {
      Duration holding = hold == null ? Duration.ZERO : Durations.of(hold);
      if (on != null) {
        return new Resolve.Evidence(on, holding, anyProcess);
      }
      if (under != null) {
        return new Resolve.Under(under, needed(below, "below"), holding);
      }
      if (calm != null) {
        return new Resolve.Calm(calm, holding);
      }
      if (quiet != null) {
        return new Resolve.Quiet(Durations.of(quiet));
      }
      return new Resolve.Released(
          Durations.of(needed(released, "on, under, quiet, calm or released")));
    }
  }

  /** Throws IllegalArgumentException that says what is wrong. */
  AlertRule rule(Map<String, Set<String>> groups) {
    require(id != null && id.matches("[a-z0-9][a-z0-9-]*"), "id must be in kebab-case, got " + id);
    require(on != null && !on.isEmpty(), "needs types of signals in 'on'");
    AlertRule rule =
        new AlertRule(
            id,
            Objects.requireNonNullElse(label, id),
            on,
            Objects.requireNonNullElse(where, Map.of()),
            Objects.requireNonNullElse(whereNot, Map.of()),
            needed(stage, "stage"),
            Objects.requireNonNullElse(key, List.<String>of()).stream()
                .map(RuleFile::keyPart)
                .toList(),
            needed(severity, "severity"),
            needed(opens, "opens").condition(),
            Objects.requireNonNullElse(raises, List.<RaiseFile>of()).stream()
                .map(RaiseFile::raise)
                .toList(),
            needed(resolves, "resolves").stream().map(ResolveFile::resolve).toList(),
            Objects.requireNonNullElse(resetOn, Set.of()),
            expanded(groups),
            Objects.requireNonNullElse(supersedes, Set.of()),
            oncePerRelease,
            shadow,
            new Phrase(needed(title, "title")));
    checked(rule);
    return rule;
  }

  /** What can be met only together with something else is there together with it. */
  private static void checked(AlertRule rule) {
    if (rule.opens() instanceof Condition.Sequence sequence) {
      require(
          rule.on().containsAll(sequence.types()),
          "the steps of a sequence have to be in 'on' too, got " + sequence.types());
    }
    boolean calms = rule.resolves().stream().anyMatch(Resolve.Calm.class::isInstance);
    require(
        !calms || rule.opens() instanceof Condition.Spike,
        "what resolves when it is calm opens with a spike");
  }

  /** What is written of how it is to work. */
  List<RuleTest> tests(String place) {
    return Objects.requireNonNullElse(tests, List.<TestFile>of()).stream()
        .map(test -> test.of(id, place))
        .toList();
  }

  private Set<String> expanded(Map<String, Set<String>> groups) {
    Set<String> all = new HashSet<>();
    for (String name : Objects.requireNonNullElse(explains, Set.<String>of())) {
      all.addAll(groups.getOrDefault(name, Set.of(name)));
    }
    all.remove(id);
    return all;
  }

  private static AlertRule.Key keyPart(String word) {
    String name = word.toUpperCase(Locale.ROOT).replace('-', '_');
    try {
      return AlertRule.Key.valueOf(name);
    } catch (IllegalArgumentException e) {
      String known =
          Arrays.stream(AlertRule.Key.values())
              .map(k -> k.name().toLowerCase(Locale.ROOT).replace('_', '-'))
              .collect(Collectors.joining(", "));
      throw new IllegalArgumentException("unknown key '" + word + "', known are " + known);
    }
  }

  static <T> T needed(@Nullable T value, String what) {
    if (value == null) {
      throw new IllegalArgumentException("needs '" + what + "'");
    }
    return value;
  }

  static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException(what);
    }
  }
}
