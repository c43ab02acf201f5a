package io.stormdrain.notifier.probe;

import io.stormdrain.notifier.incident.App;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Whose turn it is to be probed. Of several instances only one claims each turn. In its caller's
 * transaction.
 */
@Singleton
class Rota {

  private static final String NOTE =
      """
      insert into probe (app, environment, seconds, next_at, failing) values (?1, ?2, ?3, ?4, false)
      on conflict (app, environment) do update set seconds = excluded.seconds
      """;

  private static final String CLAIM =
      """
      update probe set next_at = cast(?1 as timestamptz) + seconds * interval '1 second'
      where next_at <= ?1 and app in ?2 returning app, environment, failing
      """;

  private static final String KNOWN =
      """
      select source, app, platform, environment from case_file
      where app = ?1 and (?2 = '' or environment = ?2) order by source
      """;

  private final EntityManager entities;

  Rota(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * One whose turn it is.
   *
   * @param failing whether it failed the last time
   */
  record Turn(Probe.Key key, boolean failing) {}

  /** Those who are to be probed from now on. */
  void note(Collection<Probe> probes, Instant now) {
    for (Probe probe : probes) {
      entities
          .createNativeQuery(NOTE)
          .setParameter(1, probe.app())
          .setParameter(2, probe.environment())
          .setParameter(3, probe.every().toSeconds())
          .setParameter(4, now)
          .executeUpdate();
    }
  }

  /** Takes the turns of these that have come; the others are somebody else's. */
  List<Turn> claim(Collection<Probe> probes, Instant now) {
    List<?> rows =
        entities
            .createNativeQuery(CLAIM)
            .setParameter(1, now)
            .setParameter(2, probes.stream().map(Probe::app).toList())
            .getResultList();
    return rows.stream()
        .map(row -> (Object[]) row)
        .map(row -> new Turn(new Probe.Key((String) row[0], (String) row[1]), (Boolean) row[2]))
        .toList();
  }

  /** How it went. */
  void went(Probe.Key key, boolean failing) {
    entities
        .createNativeQuery("update probe set failing = ?1 where app = ?2 and environment = ?3")
        .setParameter(1, failing)
        .setParameter(2, key.app())
        .setParameter(3, key.environment())
        .executeUpdate();
  }

  /** The apps that it is about, as far as anything was heard of them. */
  List<App> known(Probe.Key key) {
    List<?> rows =
        entities
            .createNativeQuery(KNOWN)
            .setParameter(1, key.app())
            .setParameter(2, key.environment())
            .getResultList();
    return rows.stream()
        .map(row -> (Object[]) row)
        .map(row -> new App((String) row[0], (String) row[1], (String) row[2], (String) row[3]))
        .toList();
  }
}
