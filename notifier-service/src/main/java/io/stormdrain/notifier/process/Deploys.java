package io.stormdrain.notifier.process;

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
 * The last deployments of an app and why they failed, so that who mends one cause after the other
 * sees all of them. Bounded.
 *
 * @param ended oldest first
 * @param seen what went wrong since, each with the time when it was last seen
 */
public record Deploys(List<Deploy> ended, Map<String, Instant> seen) {

  /** None is known. */
  static final Deploys NONE = new Deploys(List.of(), Map.of());

  private static final int MOST = 20;
  private static final int MOST_CAUSES = 20;

  /** What went wrong so long before a deployment failed is not why it did. */
  private static final Duration MEANWHILE = Duration.ofMinutes(30);

  public Deploys {
    ended = List.copyOf(ended);
    seen = Collections.unmodifiableMap(new LinkedHashMap<>(seen));
  }

  /** What is known after a failure, and what there is to be said of it. */
  record Step(Deploys deploys, List<Signal> derived) {}

  /** Something went wrong that may make a deployment fail. */
  Deploys saw(String cause, Instant at) {
    Map<String, Instant> all = new LinkedHashMap<>(seen);
    all.remove(cause);
    all.put(cause, at);
    if (all.size() > MOST_CAUSES) {
      all.remove(all.keySet().iterator().next());
    }
    return new Deploys(ended, all);
  }

  /** One went live. */
  Deploys live(Signal signal) {
    return with(new Deploy(Deploy.name(signal), signal.time(), true, List.of()));
  }

  /**
   * One failed.
   *
   * @param good the last release that was well, for who deploys by other means too
   */
  Step failed(Signal signal, @Nullable String good) {
    Instant at = signal.time();
    String called = Deploy.name(signal);
    if (ended.stream().anyMatch(one -> !one.live() && one.isToldAgain(called, at))) {
      return new Step(this, List.of());
    }
    boolean again = ended.stream().anyMatch(one -> one.name().equals(called));
    String name = again ? called + " " + Deploy.clock(at) : called;
    List<String> causes =
        seen.entrySet().stream()
            .filter(cause -> cause.getValue().isAfter(at.minus(MEANWHILE)))
            .map(Map.Entry::getKey)
            .toList();
    Deploys now = with(new Deploy(name, at, false, causes));
    return new Step(now, List.of(now.told(signal, name, good)));
  }

  private Deploys with(Deploy deploy) {
    List<Deploy> all = new ArrayList<>(ended);
    all.add(deploy);
    return new Deploys(all.subList(Math.max(0, all.size() - MOST), all.size()), Map.of());
  }

  private Signal told(Signal signal, String name, @Nullable String good) {
    List<Deploy> failed = new ArrayList<>();
    String last = good;
    for (Deploy deploy : ended) {
      if (deploy.live()) {
        failed.clear();
        last = deploy.name();
      } else {
        failed.add(deploy);
      }
    }
    List<String> causes = failed.stream().flatMap(one -> one.causes().stream()).distinct().toList();
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("deploys", (long) failed.size());
    more.put("causes", (long) causes.size());
    more.put("history", history(causes.size(), failed.size(), last));
    List<String> steps = new ArrayList<>();
    if (failed.size() > 1 && !causes.isEmpty()) {
      steps.add("Mend all of these before the next deployment: " + String.join("; ", causes));
    }
    if (last != null) {
      steps.add("The last deployment that was good is " + last + ": start from it");
    }
    return signal.as("deploy.stopped", name, more).advising(steps);
  }

  private static String history(int causes, int deploys, @Nullable String good) {
    StringBuilder words = new StringBuilder();
    if (deploys > 1) {
      words.append(": ");
      if (causes > 0) {
        words.append(causes).append(causes == 1 ? " cause in " : " different causes in ");
      }
      words.append(deploys).append(causes > 0 ? " deploys" : " deploys in a row");
    }
    return good == null ? words.toString() : words + "; last good deploy " + good;
  }
}
