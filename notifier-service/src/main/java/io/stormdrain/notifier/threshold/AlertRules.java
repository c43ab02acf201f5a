package io.stormdrain.notifier.threshold;

import io.stormdrain.notifier.signal.Signal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All alert rules, found by the signals they look at. */
public final class AlertRules {

  private final Map<String, AlertRule> byId = new LinkedHashMap<>();
  private final Map<String, List<AlertRule>> bySignal = new HashMap<>();
  private final Map<String, List<AlertRule>> byReset = new HashMap<>();

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
      for (String effect : rule.explains()) {
        if (!byId.containsKey(effect)) {
          throw new IllegalArgumentException(
              "alert rule '" + rule.id() + "' explains '" + effect + "', which there is not");
        }
      }
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

  /** Whether one class is known to bring about the other. */
  public boolean explains(String cause, String effect) {
    AlertRule rule = byId.get(cause);
    return rule != null && rule.explains().contains(effect);
  }
}
