package io.stormdrain.notifier.backtest;

import io.stormdrain.notifier.incident.Finding;
import io.stormdrain.notifier.incident.Incident;
import io.stormdrain.notifier.incident.Reason;
import io.stormdrain.notifier.store.IncidentView;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Holds the incidents of two sets of rules against each other. */
public final class Comparison {

  private static final String OPEN = "not over";

  private Comparison() {}

  /** By what incidents of two sets of rules are known to be the same trouble. */
  private record Trouble(String source, String type, String key) {
    private static Trouble of(IncidentView view) {
      Incident incident = view.incident();
      return new Trouble(incident.source(), incident.type(), incident.key());
    }
  }

  /** What has changed from one list of incidents to the other, each in the order of its opening. */
  public static List<Difference> between(List<IncidentView> before, List<IncidentView> after) {
    Map<Trouble, Deque<IncidentView>> left = new HashMap<>();
    after.forEach(
        view -> left.computeIfAbsent(Trouble.of(view), t -> new ArrayDeque<>()).add(view));
    List<Difference> differences = new ArrayList<>();
    for (IncidentView was : before) {
      IncidentView is = left.getOrDefault(Trouble.of(was), new ArrayDeque<>()).pollFirst();
      if (is == null) {
        differences.add(new Difference.Gone(was));
      } else if (!how(was, is).isEmpty()) {
        differences.add(new Difference.Changed(was, is, how(was, is)));
      }
    }
    after.stream()
        .filter(view -> left.getOrDefault(Trouble.of(view), new ArrayDeque<>()).contains(view))
        .map(Difference.Added::new)
        .forEach(differences::add);
    return differences;
  }

  /** How many messages of their own an incident's transitions are worth. */
  public static long messages(IncidentView view) {
    return view.transitions().stream()
        .filter(transition -> transition.reason().notice() == Reason.Notice.MESSAGE)
        .count();
  }

  private static List<String> how(IncidentView was, IncidentView is) {
    Incident old = was.incident();
    Incident now = is.incident();
    List<String> how = new ArrayList<>();
    add(how, "severity", old.severity().word(), now.severity().word());
    add(how, "told", told(was), told(is));
    add(how, "ended", end(old), end(now));
    add(how, "messages", messages(was), messages(is));
    add(how, "made of", types(was), types(is));
    return how;
  }

  private static List<String> types(IncidentView view) {
    return view.findings().stream().map(Finding::rule).distinct().toList();
  }

  private static Instant told(IncidentView view) {
    return view.transitions().getFirst().at();
  }

  private static Object end(Incident incident) {
    return Objects.requireNonNullElse(incident.resolvedAt(), OPEN);
  }

  private static void add(List<String> how, String what, Object was, Object is) {
    if (!was.equals(is)) {
      how.add("%s %s, was %s".formatted(what, is, was));
    }
  }
}
