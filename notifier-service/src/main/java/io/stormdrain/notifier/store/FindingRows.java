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

  private static final String AT_HAND =
      " where active and source = ? and rule = ? and finding_key = ?";

  private static final String PART =
      "update finding set active = false"
          + AT_HAND
          + " and incident_id is not null and incident_id is distinct from ?";

  private static final String END =
      "update finding set active = false" + AT_HAND + " and incident_id is not null";

  private static final String DELETE = "delete from finding" + AT_HAND;

  private static final String WRITE =
      """
      insert into finding (source, rule, finding_key, incident_id, document, active)
      values (?, ?, ?, ?, cast(? as jsonb), true)
      on conflict (source, rule, finding_key) where active
      do update set incident_id = excluded.incident_id, document = excluded.document
      """;

  private final EntityManager entities;

  FindingRows(EntityManager entities) {
    this.entities = entities;
  }

  /** Writes what has changed in these case files; their incidents have to be there. */
  void save(Collection<CaseFile> files) {
    entities
        .unwrap(Session.class)
        .doWork(connection -> {
          drop(connection, files);
          write(connection, files);
        });
  }

  private static void drop(Connection connection, Collection<CaseFile> files) throws SQLException {
    try (PreparedStatement end = connection.prepareStatement(END);
        PreparedStatement delete = connection.prepareStatement(DELETE)) {
      int dropped = 0;
      for (CaseFile file : files) {
        for (Finding finding : file.docket().droppedFindings()) {
          add(end, source(file), finding);
          add(delete, source(file), finding);
          dropped++;
        }
      }
      if (dropped > 0) {
        end.executeBatch();
        delete.executeBatch();
      }
    }
  }

  private static void write(Connection connection, Collection<CaseFile> files) throws SQLException {
    try (PreparedStatement part = connection.prepareStatement(PART);
        PreparedStatement write = connection.prepareStatement(WRITE)) {
      int written = 0;
      for (CaseFile file : files) {
        for (Finding finding : file.docket().changedFindings()) {
          part.setObject(4, finding.incident());
          add(part, source(file), finding);
          write.setObject(4, finding.incident());
          write.setString(5, Json.write(finding));
          add(write, source(file), finding);
          written++;
        }
      }
      if (written > 0) {
        part.executeBatch();
        write.executeBatch();
      }
    }
  }

  private static void add(PreparedStatement statement, String source, Finding finding)
      throws SQLException {
    statement.setString(1, source);
    statement.setString(2, finding.rule());
    statement.setString(3, finding.key());
    statement.addBatch();
  }

  private static String source(CaseFile file) {
    return file.docket().app().source();
  }
}
