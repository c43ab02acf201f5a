package io.stormdrain.notifier.storm;

import io.stormdrain.notifier.incident.App;
import io.stormdrain.notifier.incident.CaseFile;
import io.stormdrain.notifier.incident.Incident;
import io.stormdrain.notifier.incident.Reason;
import io.stormdrain.notifier.incident.Transition;
import io.stormdrain.notifier.route.Storm;
import io.stormdrain.notifier.signal.Signal;
import io.stormdrain.notifier.store.IncidentStore;
import io.stormdrain.notifier.store.Members;
import io.stormdrain.notifier.store.Members.Begun;
import io.stormdrain.notifier.threshold.Severity;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes one incident of a class of trouble that begins in many apps at once, in an app of its own,
 * and ends it with them. It looks at what is stored, in the transaction that stores what has
 * happened: a kill at any moment changes nothing. The storms' case file is opened after those of
 * the apps, by everybody, so that nobody waits for each other.
 */
@Singleton
public class Storms {

  /** Identity of the app that storms are in. */
  public static final String SOURCE = "stormdrain-storm";

  /** Class of the incident; its key is the class of trouble. */
  public static final String CLASS = "storm";

  private static final App APP = new App(SOURCE, "many-apps", "stormdrain", null);

  /** When all but one in ten are over, the others are told by themselves. */
  private static final int REST = 10;

  /** That it has grown is noted whenever so many more apps are in it. */
  private static final int STEP = 50;

  private static final List<String> STEPS =
      List.of(
          "Look for what these apps share: the platform's status page, a database, a service or a base image that all of them use.");

  private final IncidentStore store;
  private final Members members;

  Storms(IncidentStore store, Members members) {
    this.store = store;
    this.members = members;
  }

  /**
   * What has become of storms.
   *
   * @param transitions of theirs
   * @param incidents they themselves, as they are now
   * @param grown those to which incidents have come
   */
  public record Weather(
      List<Transition> transitions, Map<UUID, Incident> incidents, Set<UUID> grown) {

    /** Nothing. */
    static final Weather CALM = new Weather(List.of(), Map.of(), Set.of());

    public Weather {
      transitions = List.copyOf(transitions);
      incidents = Map.copyOf(incidents);
      grown = Set.copyOf(grown);
    }
  }

  /** Whether an incident is a storm. */
  public static boolean isOne(Incident incident) {
    return incident.source().equals(SOURCE);
  }

  /**
   * Looks at what has happened in apps, which the caller has stored in the same transaction.
   *
   * @param incidents what the transitions are about
   */
  public Weather take(
      List<Transition> transitions, Function<UUID, Incident> incidents, Storm limits, Instant now) {
    Map<String, Front> fronts = fronts(transitions, incidents, limits);
    Set<UUID> easing = easing(transitions);
    if (fronts.isEmpty() && easing.isEmpty()) {
      return Weather.CALM;
    }
    CaseFile file = Objects.requireNonNull(store.open(List.of(APP)).get(SOURCE));
    fronts.forEach((type, front) -> blow(file, type, front, now));
    easing.forEach(storm -> ease(file, storm, fronts.keySet(), now));
    store.save(file);
    Map<UUID, Collection<UUID>> joined = new HashMap<>();
    fronts.forEach((type, front) ->
        live(file, type).ifPresent(storm -> joined.put(storm.id(), front.incidents())));
    joined.forEach(members::join);
    return new Weather(
        file.docket().transitions(),
        file.docket().incidents().stream()
            .collect(Collectors.toMap(Incident::id, incident -> incident)),
        joined.keySet());
  }

  /** What of each class has begun amid others. */
  private Map<String, Front> fronts(
      List<Transition> transitions, Function<UUID, Incident> incidents, Storm limits) {
    Map<String, Map<UUID, Incident>> begun = new TreeMap<>();
    for (Transition transition : transitions) {
      Incident incident = incidents.apply(transition.incident());
      if (begins(transition.reason()) && incident.severity() != Severity.INFO && !isOne(incident)) {
        begun
            .computeIfAbsent(incident.type(), type -> new HashMap<>())
            .put(incident.id(), incident);
      }
    }
    Map<String, Front> fronts = new TreeMap<>();
    begun.forEach((type, its) -> {
      Front front =
          Front.of(type, its.values(), members.live(SOURCE, CLASS, type), limits, members);
      if (!front.begun().isEmpty()) {
        fronts.put(type, front);
      }
    });
    return fronts;
  }

  private static boolean begins(Reason reason) {
    return reason == Reason.OPENED || reason == Reason.REOPENED || reason == Reason.REGRESSED;
  }

  /** Storms of which something is over. */
  private Set<UUID> easing(List<Transition> transitions) {
    List<UUID> over =
        transitions.stream()
            .filter(transition -> transition.reason() == Reason.RESOLVED)
            .map(Transition::incident)
            .toList();
    return over.isEmpty() ? Set.of() : Set.copyOf(members.storms(over).values());
  }

  private static void blow(CaseFile file, String type, Front front, Instant now) {
    boolean known = live(file, type).isPresent();
    for (Begun begun : front.begun()) {
      file.accept(signal("trouble." + begun.severity().word(), type, begun, front, now), now);
    }
    int before = front.appsBefore().size();
    int after = front.apps().size();
    if (known && before / STEP < after / STEP) {
      live(file, type)
          .ifPresent(
              storm -> file.handling().note(storm.id(), "stormdrain", after + " apps by now", now));
    }
  }

  private void ease(CaseFile file, UUID id, Set<String> growing, Instant now) {
    Optional<Incident> storm =
        file.docket().incidents().stream()
            .filter(incident -> incident.id().equals(id) && incident.isLive())
            .filter(incident -> !growing.contains(incident.key()))
            .findFirst();
    Members.Extent extent = members.extent(id);
    if (storm.isPresent() && extent.live() * REST <= extent.incidents()) {
      file.accept(signal("trouble.over", storm.get().key(), null, null, now), now);
    }
  }

  private static Optional<Incident> live(CaseFile file, String type) {
    return file.docket().incidents().stream()
        .filter(incident -> incident.isLive() && incident.key().equals(type))
        .findFirst();
  }

  private static Signal signal(
      String fact, String type, @Nullable Begun begun, @Nullable Front front, Instant now) {
    // An app whose clock is ahead must not bring the others' time forward.
    Instant at = begun == null || begun.at().isAfter(now) ? now : begun.at();
    return new Signal(
        SOURCE + "/" + type + "/" + (begun == null ? now.toEpochMilli() : begun.incident()),
        fact,
        SOURCE,
        APP.name(),
        APP.platform(),
        null,
        type,
        null,
        at,
        null,
        front == null ? Map.of() : Map.of("apps", front.apps().size()),
        begun == null ? List.of() : STEPS,
        null);
  }
}
