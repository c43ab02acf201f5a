package io.stormdrain.notifier.delivery;

import io.stormdrain.notifier.NotifierConfig;
import io.stormdrain.notifier.incident.Incident;
import io.stormdrain.notifier.incident.Reason;
import io.stormdrain.notifier.incident.Transition;
import io.stormdrain.notifier.route.Candidate;
import io.stormdrain.notifier.route.Routes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is to be told, kept in the same transaction as what has happened. */
@Singleton
public class Outbox {

  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

  private final Receivers receivers;
  private final NotifierConfig config;
  private final InstantSource clock;
  private final DeliveryReader reader;
  private final AfterCommit afterCommit;

  Outbox(
      Receivers receivers,
      NotifierConfig config,
      InstantSource clock,
      DeliveryReader reader,
      AfterCommit afterCommit) {
    this.receivers = receivers;
    this.config = config;
    this.clock = clock;
    this.reader = reader;
    this.afterCommit = afterCommit;
  }

  /**
   * Notes for every receiver what it is to be told of these transitions, which the caller has
   * stored in the same transaction. When that is committed the courier hears of it.
   *
   * @param incidents what the transitions are about
   */
  public void enqueue(List<Transition> transitions, Function<UUID, Incident> incidents) {
    Map<UUID, Set<String>> involved = reader.involved(earlierKnown(transitions));
    Instant now = clock.instant();
    List<StoredDelivery> rows = new ArrayList<>();
    for (Transition transition : transitions) {
      Set<String> already = involved.computeIfAbsent(transition.incident(), id -> new HashSet<>());
      List<String> told = told(transition, already);
      already.addAll(told);
      told.forEach(receiver -> rows.add(delivery(transition, receiver, now)));
      LOG.info(
          "transition: incident={} app={} seq={} reason={} severity={} told={}",
          transition.incident(),
          incidents.apply(transition.incident()).app(),
          transition.seq(),
          transition.reason(),
          transition.severity().word(),
          told);
    }
    StoredDelivery.persist(rows);
    afterCommit.enqueued(
        rows.stream().map(row -> new AfterCommit.Entry(row.receiver, row.reason)).toList());
  }

  private static Set<UUID> earlierKnown(List<Transition> transitions) {
    return transitions.stream()
        .filter(transition -> transition.seq() > 1)
        .map(Transition::incident)
        .collect(Collectors.toSet());
  }

  private List<String> told(Transition transition, Set<String> involved) {
    Routes routes = new Routes(config.route().minimumSeverity());
    return receivers.all().stream()
        .map(r -> new Candidate(r.name(), r.edits(), involved.contains(r.name())))
        .filter(candidate -> routes.decide(transition, candidate).isTold())
        .map(Candidate::receiver)
        .toList();
  }

  private StoredDelivery delivery(Transition transition, String receiver, Instant now) {
    StoredDelivery row = new StoredDelivery();
    row.incident = transition.incident();
    row.seq = transition.seq();
    row.receiver = receiver;
    row.reason = transition.reason();
    row.form = transition.reason().notice();
    row.state = DeliveryState.PENDING;
    row.createdAt = now;
    row.dueAt = now.plus(patience(transition.reason()));
    return row;
  }

  private Duration patience(Reason reason) {
    if (reason == Reason.OPENED) {
      return config.delivery().groupWait();
    }
    return reason.notice() == Reason.Notice.EDIT ? config.delivery().editWait() : Duration.ZERO;
  }
}
