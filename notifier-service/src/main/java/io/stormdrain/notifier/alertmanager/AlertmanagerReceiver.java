package io.stormdrain.notifier.alertmanager;

import io.stormdrain.notifier.delivery.Outcome;
import io.stormdrain.notifier.delivery.Receiver;
import io.stormdrain.notifier.delivery.Telling;
import io.stormdrain.notifier.receiver.Poster;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * Alertmanager. Each of a cluster is told, as its documentation asks for; what one of them did not
 * take is told to all once more, which changes nothing for the others.
 */
final class AlertmanagerReceiver implements Receiver {

  private final String name;
  private final List<Poster> cluster;
  private final InstantSource clock;

  AlertmanagerReceiver(String name, List<Poster> cluster, InstantSource clock) {
    this.name = name;
    this.cluster = List.copyOf(cluster);
    this.clock = clock;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean edits() {
    return true;
  }

  @Override
  public Repeats repeats() {
    return Repeats.ABSORBED;
  }

  @Override
  public Outcome tell(Telling telling) {
    if (!telling.message().notice().isOfTrouble()) {
      // It takes alerts, and this is none.
      return new Outcome.Delivered(null, null);
    }
    String body = AlertBody.of(telling, clock.instant());
    List<Outcome> outcomes = cluster.stream().map(one -> one.post(Map.of(), body)).toList();
    return outcomes.stream()
        .filter(outcome -> !(outcome instanceof Outcome.Delivered))
        .findFirst()
        .orElseGet(outcomes::getFirst);
  }
}
