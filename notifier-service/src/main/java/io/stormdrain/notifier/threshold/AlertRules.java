package io.stormdrain.notifier.threshold;

import io.stormdrain.notifier.signal.Signal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All alert rules, found by the signals they look at. */
public final class AlertRules {

  private final Map<String, AlertRule> byId = new LinkedHashMap<>();
  private final Map<String, List<AlertRule>> bySignal = new HashMap<>();
  private final Map<String, List<AlertRule>> byReset = new HashMap<>();
  private final Map<String, Set<String>> superseding = new HashMap<>();
  private final List<AlertRule> correlated;

  AlertRules(List<AlertRule> rules) {
    for (AlertRule rule : rules) {
      if (byId.putIfAbsent(rule.id(), rule) != null) {
        throw new IllegalArgumentException("alert rule '" + rule.id() + "' is there twice");
      }
      rule.on().forEach(type -> bySignal.computeIfAbsent(type, t -> new ArrayList<>()).add(rule));
      rule.resetOn()
          .forEach(type -> byReset.computeIfAbsent(type, t -> new ArrayList<>()).add(rule));
    }
    for (AlertRule rule : rules) {
      rule.explains().forEach(other -> require(rule, "explains", other));
      rule.supersedes().forEach(other -> require(rule, "supersedes", other));
      rule.correlatedWith().forEach(other -> require(rule, "is correlated with", other));
      rule.supersedes()
          .forEach(
              other -> superseding.computeIfAbsent(other, o -> new HashSet<>()).add(rule.id()));
    }
    correlated = rules.stream().filter(rule -> !rule.correlatedWith().isEmpty()).toList();
  }

  private void require(AlertRule rule, String verb, String other) {
    if (!byId.containsKey(other)) {
      throw new IllegalArgumentException(
          "alert rule '%s' %s '%s', which there is not".formatted(rule.id(), verb, other));
    }
  }

  /** In the order in which they are written. */
  public List<AlertRule> all() {
    return List.copyOf(byId.values());
  }

  /** The rule of that id, null when there is none any more. */
  public @Nullable AlertRule find(String id) {
    return byId.get(id);
  }

  /** The rules whose business the signal is. */
  public List<AlertRule> matching(Signal signal) {
    return bySignal.getOrDefault(signal.type(), List.of()).stream()
        .filter(rule -> rule.matches(signal))
        .toList();
  }

  /** The rules whose count the signal begins anew. */
  public List<AlertRule> resetBy(Signal signal) {
    return byReset.getOrDefault(signal.type(), List.of());
  }

  /** The rules that look at what else is wrong with the app. */
  public List<AlertRule> correlated() {
    return correlated;
  }

  /** The rules that say more about the same thing than this one. */
  public Set<String> superseding(String id) {
    return superseding.getOrDefault(id, Set.of());
  }

  /** Whether one class is known to bring about the other. */
  public boolean explains(String cause, String effect) {
    AlertRule rule = byId.get(cause);
    return rule != null && rule.explains().contains(effect);
  }
}
