package io.stormdrain.notifier.delivery;

import io.stormdrain.notifier.incident.Incident;
import io.stormdrain.notifier.incident.Transition;
import io.stormdrain.notifier.route.Candidate;
import io.stormdrain.notifier.route.Decision;
import io.stormdrain.notifier.route.Ruling;
import io.stormdrain.notifier.route.Subject;
import io.stormdrain.notifier.threshold.AlertRule;
import io.stormdrain.notifier.threshold.AlertRules;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
  private final AlertRules rules;
  private final InstantSource clock;
  private final DeliveryReader reader;
  private final AfterCommit afterCommit;

  Outbox(
      Receivers receivers,
      AlertRules rules,
      InstantSource clock,
      DeliveryReader reader,
      AfterCommit afterCommit) {
    this.receivers = receivers;
    this.rules = rules;
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
    Plan plan = receivers.plan();
    List<StoredDelivery> rows = new ArrayList<>();
    for (Transition transition : transitions) {
      Incident incident = incidents.apply(transition.incident());
      Set<String> already = involved.computeIfAbsent(transition.incident(), id -> new HashSet<>());
      Map<String, Ruling> rulings = rule(plan, transition, subject(incident, transition), already);
      rulings.forEach((receiver, ruling) -> {
        if (ruling.decision().isTold()) {
          already.add(receiver);
          rows.add(delivery(transition, receiver, ruling, now));
        }
      });
      LOG.info(
          "transition: incident={} app={} seq={} reason={} severity={} receivers={}",
          transition.incident(),
          incident.app(),
          transition.seq(),
          transition.reason(),
          transition.severity().word(),
          words(rulings));
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

  private Subject subject(Incident incident, Transition transition) {
    AlertRule rule = rules.find(incident.type());
    return Subject.of(incident, rule == null ? null : rule.label(), transition.severity());
  }

  private static Map<String, Ruling> rule(
      Plan plan, Transition transition, Subject subject, Set<String> involved) {
    Map<String, Ruling> rulings = new LinkedHashMap<>();
    for (Receiver receiver : plan.receivers()) {
      Candidate candidate =
          new Candidate(receiver.name(), receiver.edits(), involved.contains(receiver.name()));
      rulings.put(receiver.name(), plan.routing().rule(transition, subject, candidate));
    }
    return rulings;
  }

  private static Map<String, Decision> words(Map<String, Ruling> rulings) {
    Map<String, Decision> words = new LinkedHashMap<>();
    rulings.forEach((receiver, ruling) -> words.put(receiver, ruling.decision()));
    return words;
  }

  private static StoredDelivery delivery(
      Transition transition, String receiver, Ruling ruling, Instant now) {
    StoredDelivery row = new StoredDelivery();
    row.incident = transition.incident();
    row.seq = transition.seq();
    row.receiver = receiver;
    row.reason = transition.reason();
    row.form = transition.reason().notice();
    row.state = DeliveryState.PENDING;
    row.createdAt = now;
    row.dueAt = now.plus(ruling.patience(transition.reason()));
    return row;
  }
}
