package io.stormdrain.notifier.delivery;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** How all receivers are. In its caller's transaction. */
@Singleton
public class ReceiverBoard {

  private final Receivers receivers;
  private final ReceiverStandings standings;
  private final DeliveryReader reader;
  private final InstantSource clock;

  ReceiverBoard(
      Receivers receivers,
      ReceiverStandings standings,
      DeliveryReader reader,
      InstantSource clock) {
    this.receivers = receivers;
    this.standings = standings;
    this.reader = reader;
    this.clock = clock;
  }

  /** In the order of the plan. */
  public List<ReceiverView> all() {
    Plan plan = receivers.plan();
    Instant now = clock.instant();
    Map<String, Standing> how = standings.of(plan.names());
    Map<String, Backlog> backlogs = reader.backlogs(plan.names());
    return plan.receivers().stream()
        .map(Receiver::name)
        .map(name -> {
          Standing standing = how.getOrDefault(name, Standing.GOOD);
          Instant until = standing.closedUntil();
          return new ReceiverView(
              name,
              standing.word(now).name().toLowerCase(Locale.ROOT),
              Objects.requireNonNullElse(backlogs.get(name), Backlog.NONE).waiting(),
              standing.failures(),
              standing.fault(),
              standing.detail(),
              standing.since(),
              until == null || !until.isAfter(now) ? null : until,
              plan.fallbacks().get(name));
        })
        .toList();
  }
}
