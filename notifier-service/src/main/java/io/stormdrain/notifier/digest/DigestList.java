package io.stormdrain.notifier.digest;

import io.stormdrain.notifier.delivery.Plan;
import io.stormdrain.notifier.route.Appointment;
import io.stormdrain.notifier.route.Routing;
import io.stormdrain.notifier.route.Stop;
import io.stormdrain.notifier.route.Subject;
import io.stormdrain.notifier.store.AppReader;
import io.stormdrain.notifier.store.AppView;
import io.stormdrain.notifier.threshold.Severity;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Notes who is to be told of which digest, each once. In its caller's transaction. */
@Singleton
class DigestList {

  /** For routes that lead digests elsewhere. */
  private static final String CLASS = "daily-digest";

  /** What was told so long ago is remembered no longer. */
  private static final int KEPT_DAYS = 30;

  private final EntityManager entities;
  private final AppReader apps;
  private final Digests digests;
  private Instant noted = Instant.MIN;

  DigestList(EntityManager entities, AppReader apps, Digests digests) {
    this.entities = entities;
    this.apps = apps;
    this.digests = digests;
  }

  /** Notes what is due. */
  void note(Plan plan, Instant now) {
    plan.digests()
        .due(now)
        .filter(period -> !period.until().equals(noted))
        .ifPresent(period -> {
          receivers(plan, period.until())
              .forEach((team, names) -> {
                if (!plan.digests().skipsEmpty()
                    || !digests.ofTeam(team, period.from(), period.until()).isEmpty()) {
                  names.forEach(receiver -> note(team, receiver, period, now));
                }
              });
          StoredTelling.delete("day < ?1", period.day().minusDays(KEPT_DAYS));
          noted = period.until();
        });
  }

  private void note(String team, String receiver, Appointment.Period period, Instant now) {
    entities
        .createNativeQuery(
            """
            insert into digest_telling (team, day, receiver, period_from, period_until, state, due_at)
            values (?1, ?2, ?3, ?4, ?5, 'DUE', ?6) on conflict (team, day, receiver) do nothing
            """)
        .setParameter(1, team)
        .setParameter(2, period.day())
        .setParameter(3, receiver)
        .setParameter(4, period.from())
        .setParameter(5, period.until())
        .setParameter(6, now)
        .executeUpdate();
  }

  /**
   * By team: those who are told of its incidents, or those whom the plan names. Of an app that
   * nobody knew then nothing is told.
   */
  private Map<String, Set<String>> receivers(Plan plan, Instant until) {
    Routing routing = plan.routing();
    Map<String, Set<String>> byTeam = new LinkedHashMap<>();
    for (AppView app : apps.latest(null, Integer.MAX_VALUE)) {
      if (!app.app().equals(Digests.OWN) && app.knownSince().isBefore(until)) {
        Set<String> names =
            byTeam.computeIfAbsent(routing.team(subject(app)), team -> new LinkedHashSet<>());
        if (plan.digests().receivers().isEmpty()) {
          routing.stops(subject(app)).stream().map(Stop::receiver).forEach(names::add);
        } else {
          names.addAll(plan.digests().receivers());
        }
      }
    }
    return byTeam;
  }

  private static Subject subject(AppView app) {
    return new Subject(
        app.app(),
        Objects.requireNonNullElse(app.environment(), ""),
        app.platform(),
        "",
        Set.of(CLASS),
        Severity.LOW,
        Objects.requireNonNullElse(app.team(), ""));
  }
}
