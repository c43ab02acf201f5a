package io.stormdrain.notifier.delivery;

import io.stormdrain.notifier.incident.Incident;
import io.stormdrain.notifier.incident.Reason;
import io.stormdrain.notifier.incident.Transition;
import io.stormdrain.notifier.route.Decision;
import io.stormdrain.notifier.route.Knowledge;
import io.stormdrain.notifier.route.Ruling;
import io.stormdrain.notifier.storm.Storms;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes for each receiver what it is to be told, and when. In its caller's transaction. */
@Singleton
class Notes {

  private static final Logger LOG = LoggerFactory.getLogger(Notes.class);

  /** The first apps of a storm were told one by one: for the count of the others there is time. */
  private static final Duration STORM_GATHERS = Duration.ofSeconds(5);

  private final Receivers receivers;
  private final Rulings rulings;
  private final DeliveryReader reader;
  private final AfterCommit afterCommit;

  Notes(Receivers receivers, Rulings rulings, DeliveryReader reader, AfterCommit afterCommit) {
    this.receivers = receivers;
    this.rulings = rulings;
    this.reader = reader;
    this.afterCommit = afterCommit;
  }

  /**
   * Notes what follows from these transitions.
   *
   * @param incidents what they are about
   */
  void take(List<Transition> transitions, Function<UUID, Incident> incidents, Instant now) {
    Map<UUID, Map<String, Knowledge>> known = reader.known(earlierKnown(transitions));
    Plan plan = receivers.plan();
    List<StoredDelivery> rows = new ArrayList<>();
    for (Transition transition : transitions) {
      Incident incident = incidents.apply(transition.incident());
      Map<String, Knowledge> knows =
          known.computeIfAbsent(transition.incident(), id -> new HashMap<>());
      Map<String, Ruling> rulings = this.rulings.rule(plan, transition, incident, knows, now);
      rulings.forEach((receiver, ruling) -> {
        if (ruling.decision().isTold()) {
          rows.add(delivery(transition, incident, receiver, ruling, now));
          note(transition, receiver, ruling, knows, rows, now);
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

  /** What the receiver knows by now; what was held back for it need not be any longer. */
  private static void note(
      Transition transition,
      String receiver,
      Ruling ruling,
      Map<String, Knowledge> knows,
      List<StoredDelivery> rows,
      Instant now) {
    boolean held = ruling.hold() != null;
    Knowledge before = knows.put(receiver, held ? Knowledge.HELD : Knowledge.TOLD);
    if (before == Knowledge.HELD && !held) {
      rows.stream()
          .filter(row -> row.held != null && row.receiver.equals(receiver))
          .filter(row -> row.incident.equals(transition.incident()))
          .forEach(row -> letGo(row, transition, now));
      StoredDelivery.<StoredDelivery>find(
              "incident = ?1 and receiver = ?2 and held is not null and state = PENDING",
              transition.incident(),
              receiver)
          .stream()
          .forEach(row -> letGo(row, transition, now));
    }
  }

  /** What is over is looked at once more: it may not be worth telling any longer. */
  private static void letGo(StoredDelivery row, Transition transition, Instant now) {
    if (transition.reason() == Reason.RESOLVED) {
      row.dueAt = now;
    } else {
      row.released(now);
    }
  }

  private static Set<UUID> earlierKnown(List<Transition> transitions) {
    return transitions.stream()
        .filter(transition -> transition.seq() > 1)
        .map(Transition::incident)
        .collect(Collectors.toSet());
  }

  private static Map<String, Decision> words(Map<String, Ruling> rulings) {
    Map<String, Decision> words = new LinkedHashMap<>();
    rulings.forEach((receiver, ruling) -> words.put(receiver, ruling.decision()));
    return words;
  }

  private static StoredDelivery delivery(
      Transition transition, Incident incident, String receiver, Ruling ruling, Instant now) {
    StoredDelivery row = new StoredDelivery();
    row.incident = transition.incident();
    row.seq = transition.seq();
    row.receiver = receiver;
    row.reason = transition.reason();
    row.form = ruling.form(transition.reason());
    row.urgency = Urgency.of(transition.severity(), row.form);
    row.state = DeliveryState.PENDING;
    row.createdAt = now;
    row.dueAt =
        now.plus(
            transition.reason() == Reason.OPENED && Storms.isOne(incident)
                ? STORM_GATHERS
                : ruling.patience(transition.reason()));
    if (transition.reason() == Reason.OPENED && !ruling.bundle().isEmpty()) {
      row.bundle = ruling.bundle();
    }
    if (ruling.hold() != null) {
      row.holds(ruling.hold());
    }
    return row;
  }
}
