package io.stormdrain.notifier.announcement;

import io.stormdrain.notifier.delivery.Outcome;
import io.stormdrain.notifier.delivery.Plan;
import io.stormdrain.notifier.delivery.Receiver;
import io.stormdrain.notifier.delivery.Telling;
import io.stormdrain.notifier.route.Attribute;
import io.stormdrain.notifier.route.Matchers;
import io.stormdrain.notifier.route.Restraint;
import io.stormdrain.notifier.route.Route;
import io.stormdrain.notifier.route.Routing;
import io.stormdrain.notifier.route.Timing;
import io.stormdrain.notifier.route.Urging;
import io.stormdrain.notifier.threshold.Severity;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** A receiver that listens to releases, and answers as it was told to. */
public final class Crier implements Receiver, ReleaseListener {

  final List<Announcement> heard = new ArrayList<>();
  private final Deque<Outcome> script = new ArrayDeque<>();

  /** Critical incidents of this app go to it, and those of no other. */
  public Plan planFor(String app) {
    return planFor(
        new Matchers(Map.of(Attribute.APP, List.of(app), Attribute.SEVERITY, List.of("critical"))));
  }

  /** What is like that goes to it, and nothing else. */
  public Plan planFor(Matchers matchers) {
    Route root = route(Matchers.ANY, List.of(), route(matchers, List.of(name())));
    return new Plan(List.of(this), new Routing(root, Map.of(), Restraint.USUAL));
  }

  private static Route route(Matchers matchers, List<String> receivers, Route... below) {
    return new Route(
        matchers,
        receivers,
        Severity.LOW,
        new Timing(Duration.ZERO, Duration.ZERO),
        Urging.NONE,
        false,
        List.of(below));
  }

  Crier answers(Outcome... outcomes) {
    script.addAll(List.of(outcomes));
    return this;
  }

  @Override
  public String name() {
    return "crier";
  }

  @Override
  public boolean edits() {
    return false;
  }

  @Override
  public Repeats repeats() {
    return Repeats.MARKED;
  }

  @Override
  public Outcome tell(Telling telling) {
    return new Outcome.Delivered(null, null);
  }

  @Override
  public Outcome announce(Announcement announcement) {
    heard.add(announcement);
    Outcome scripted = script.poll();
    return scripted == null ? new Outcome.Delivered(null, null) : scripted;
  }
}
