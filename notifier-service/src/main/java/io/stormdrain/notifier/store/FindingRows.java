package io.stormdrain.notifier.store;

import io.stormdrain.notifier.incident.CaseFile;
import io.stormdrain.notifier.incident.Finding;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import org.hibernate.Session;

/**
 * Writes findings, those of many apps in one go. What belongs to an incident stays as its history
 * when the finding is dropped, or belongs to another one from now on.
 */
@Singleton
final class FindingRows {

  /** The row at hand becomes history; when there is none for that incident, it is made. */
  private static final String LEAVE =
      """
      with known as (
        update finding set active = false, document = cast(? as jsonb)
        where active and source = ? and rule = ? and finding_key = ? and incident_id = ?
        returning id)
      insert into finding (source, rule, finding_key, incident_id, document, active)
      select ?, ?, ?, ?, cast(? as jsonb), false where not exists (select from known)
      """;

  private static final String DELETE =
      "delete from finding where active and source = ? and rule = ? and finding_key = ?";

  private static final String WRITE =
      """
      insert into finding (source, rule, finding_key, incident_id, document, active)
      values (?, ?, ?, ?, cast(? as jsonb), true)
      on conflict (source, rule, finding_key) where active
      do update set incident_id = excluded.incident_id, document = excluded.document
      """;

  private final EntityManager entities;
  private final Shadows shadows;

  FindingRows(EntityManager entities, Shadows shadows) {
    this.entities = entities;
    this.shadows = shadows;
  }

  /** Writes what has changed in these case files; their incidents have to be there. */
  void save(Collection<CaseFile> files) {
    entities
        .unwrap(Session.class)
        .doWork(connection -> {
          leave(connection, files);
          drop(connection, files);
          write(connection, files);
        });
    shadows.save(files);
  }

  private static void leave(Connection connection, Collection<CaseFile> files) throws SQLException {
    try (PreparedStatement leave = connection.prepareStatement(LEAVE)) {
      int left = 0;
      for (CaseFile file : files) {
        for (Finding finding : file.docket().leftFindings()) {
          String document = Json.write(finding);
          leave.setString(1, document);
          set(leave, 2, file, finding);
          leave.setObject(5, finding.incident());
          set(leave, 6, file, finding);
          leave.setObject(9, finding.incident());
          leave.setString(10, document);
          leave.addBatch();
          left++;
        }
      }
      if (left > 0) {
        leave.executeBatch();
      }
    }
  }

  private static void drop(Connection connection, Collection<CaseFile> files) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
      int dropped = 0;
      for (CaseFile file : files) {
        for (Finding finding : file.docket().droppedFindings()) {
          set(delete, 1, file, finding);
          delete.addBatch();
          dropped++;
        }
      }
      if (dropped > 0) {
        delete.executeBatch();
      }
    }
  }

  private static void write(Connection connection, Collection<CaseFile> files) throws SQLException {
    try (PreparedStatement write = connection.prepareStatement(WRITE)) {
      int written = 0;
      for (CaseFile file : files) {
        for (Finding finding : file.docket().changedFindings()) {
          set(write, 1, file, finding);
          write.setObject(4, finding.incident());
          write.setString(5, Json.write(finding));
          write.addBatch();
          written++;
        }
      }
      if (written > 0) {
        write.executeBatch();
      }
    }
  }

  private static void set(PreparedStatement statement, int first, CaseFile file, Finding finding)
      throws SQLException {
    statement.setString(first, file.docket().app().source());
    statement.setString(first + 1, finding.rule());
    statement.setString(first + 2, finding.key());
  }
}
