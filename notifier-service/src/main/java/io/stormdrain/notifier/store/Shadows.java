package io.stormdrain.notifier.store;

import io.stormdrain.notifier.incident.App;
import io.stormdrain.notifier.incident.CaseFile;
import io.stormdrain.notifier.incident.Docket;
import io.stormdrain.notifier.incident.Shadow;
import io.stormdrain.notifier.threshold.Severity;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What rules in shadow would have told, in the caller's transaction. */
@Singleton
public class Shadows {

  private static final String BEGIN =
      """
      insert into shadow (source, app, rule, finding_key, title, severity, process, at)
      values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
      """;

  private static final String END =
      """
      update shadow set over = ?1, title = ?2, severity = ?3
      where source = ?4 and rule = ?5 and finding_key = ?6 and over is null
      """;

  private static final String SINCE =
      """
      select app, rule, title, severity, process, at, over from shadow
      where at >= ?1 and (?2 or app in ?3) order by at desc, id desc
      """;

  private final EntityManager entities;

  Shadows(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * One that is over, or goes on.
   *
   * @param over null while it goes on
   */
  public record Seen(
      String app,
      String rule,
      String title,
      Severity severity,
      @Nullable String process,
      Instant at,
      @Nullable Instant over) {}

  void save(Collection<CaseFile> files) {
    for (CaseFile file : files) {
      Docket docket = file.docket();
      docket.shadows().forEach(shadow -> save(docket.app(), shadow));
    }
  }

  private void save(App app, Shadow shadow) {
    if (shadow.over() == null) {
      entities
          .createNativeQuery(BEGIN)
          .setParameter(1, app.source())
          .setParameter(2, app.name())
          .setParameter(3, shadow.id().rule())
          .setParameter(4, shadow.id().key())
          .setParameter(5, shadow.title())
          .setParameter(6, shadow.severity().name())
          .setParameter(7, shadow.process())
          .setParameter(8, shadow.at())
          .executeUpdate();
    } else {
      entities
          .createNativeQuery(END)
          .setParameter(1, shadow.over())
          .setParameter(2, shadow.title())
          .setParameter(3, shadow.severity().name())
          .setParameter(4, app.source())
          .setParameter(5, shadow.id().rule())
          .setParameter(6, shadow.id().key())
          .executeUpdate();
    }
  }

  /**
   * The latest ones first.
   *
   * @param among only of these apps; null for all
   */
  public List<Seen> since(Instant from, @Nullable Set<String> among, int most) {
    Query query =
        entities
            .createNativeQuery(SINCE)
            .setParameter(1, from)
            .setParameter(2, among == null)
            .setParameter(3, among == null || among.isEmpty() ? Set.of("") : among)
            .setMaxResults(most);
    List<?> rows = query.getResultList();
    return rows.stream().map(row -> seen((Object[]) row)).toList();
  }

  /** Forgets those from before then. */
  public void forget(Instant before) {
    entities
        .createNativeQuery("delete from shadow where at < ?1")
        .setParameter(1, before)
        .executeUpdate();
  }

  private static Seen seen(Object[] row) {
    return new Seen(
        (String) row[0],
        (String) row[1],
        (String) row[2],
        Severity.valueOf((String) row[3]),
        (String) row[4],
        (Instant) row[5],
        (Instant) row[6]);
  }
}
