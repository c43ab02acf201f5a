package io.stormdrain.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.engines.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** Somebody holds a lock on the table that the notifier wants most. */
final class TableLocked implements Fault {

  /** The notifier's pool, and a few that look at it. */
  private static final int MOST_CONNECTIONS = 24;

  @Override
  public String id() {
    return "F09";
  }

  @Override
  public String done() {
    return "the table of incidents is locked for 8 s (in full 60 s)";
  }

  @Override
  public String checked() {
    return "oracle; the pool stays bounded";
  }

  @Override
  public void happen(Ground ground, Figures figures) throws SQLException {
    Oracle oracle = new Oracle(ground, id());
    try (Crowd crowd = ground.crowd(id());
        Connection holder = open(ground.stage().database());
        Connection watcher = open(ground.stage().database())) {
      Ground.rest(Duration.ofSeconds(1));
      holder.setAutoCommit(false);
      try (Statement lock = holder.createStatement()) {
        lock.execute("lock table notifier.incident in access exclusive mode");
        Ground.rest(ground.scale().seconds(8, 60));
        int connections = connections(watcher);
        figures.add("connections", connections);
        assertThat(connections).isLessThanOrEqualTo(MOST_CONNECTIONS);
      } finally {
        holder.rollback();
      }
      oracle.holds(crowd, figures);
      figures.add(
          "batches tried again",
          Math.round(ground.stage().notifier.metric("stormdrain_notifier_signals_retries_total")));
    }
  }

  private static int connections(Connection watcher) throws SQLException {
    try (Statement statement = watcher.createStatement();
        ResultSet result =
            statement.executeQuery(
                "select count(*) from pg_stat_activity where datname = current_database()")) {
      result.next();
      return result.getInt(1);
    }
  }

  private static Connection open(Database database) throws SQLException {
    return DriverManager.getConnection(
        database.jdbcUrl(), database.user(), database.password().reveal());
  }
}
