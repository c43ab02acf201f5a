package io.stormdrain.notifier.pagerduty;

import io.stormdrain.notifier.Secret;
import io.stormdrain.notifier.announcement.Announcement;
import io.stormdrain.notifier.announcement.ReleaseListener;
import io.stormdrain.notifier.delivery.Outcome;
import io.stormdrain.notifier.delivery.Pace;
import io.stormdrain.notifier.delivery.Receiver;
import io.stormdrain.notifier.delivery.Telling;
import io.stormdrain.notifier.receiver.Poster;
import java.time.Duration;
import java.util.Map;

/**
 * PagerDuty: an alert for each incident, acknowledged and resolved with it, and a change event for
 * each release.
 */
final class PagerReceiver implements Receiver, ReleaseListener {

  /** PagerDuty takes 120 events a minute by one key; others may use it too. */
  static final Pace LIMIT = Pace.one(Duration.ofSeconds(1), 60);

  private final String name;
  private final Secret routingKey;
  private final Poster poster;
  private final Poster changes;

  /**
   * @param poster where alerts go
   * @param changes where change events go
   */
  PagerReceiver(String name, Secret routingKey, Poster poster, Poster changes) {
    this.name = name;
    this.routingKey = routingKey;
    this.poster = poster;
    this.changes = changes;
  }

  @Override
  public Pace pace() {
    return LIMIT;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean edits() {
    return true;
  }

  /** Events of one key and action are one. */
  @Override
  public Repeats repeats() {
    return Repeats.ABSORBED;
  }

  @Override
  public Outcome tell(Telling telling) {
    PageEvent.Action action = PageEvent.action(telling);
    return action == PageEvent.Action.NONE
        ? new Outcome.Delivered(null, null)
        : poster.post(Map.of(), PageEvent.of(telling, action, routingKey));
  }

  @Override
  public Outcome announce(Announcement announcement) {
    return changes.post(Map.of(), ChangeEvent.of(announcement, routingKey));
  }
}
