package io.stormdrain.ingest.registry;

import io.stormdrain.ingest.registry.RegistryException.Reason;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Speaks to the database: transactions, statements, and what went wrong, in our words. */
final class Tables {
  /** PostgreSQL's name for a key that is there already. */
  private static final String UNIQUE_VIOLATION = "23505";

  private final DataSource database;

  Tables(DataSource database) {
    this.database = database;
  }

  /** Something to do in a transaction. */
  interface Work<T> {
    T in(Connection connection) throws SQLException;
  }

  /** A row as something of ours. */
  interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  /** All of it or nothing. */
  <T> T transaction(Work<T> work) {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = work.in(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw inOurWords(e);
    }
  }

  private static RegistryException inOurWords(SQLException e) {
    return UNIQUE_VIOLATION.equals(e.getSQLState())
        ? new RegistryException(Reason.TAKEN, "a source of this id, or with this token, is there")
        : new RegistryException(Reason.AWAY, "the database: " + firstLine(e));
  }

  private static String firstLine(SQLException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason");
  }

  /** Rows of a query. */
  static <T> List<T> rows(Connection connection, Row<T> row, String query, Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      bind(statement, values);
      List<T> rows = new ArrayList<>();
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          rows.add(row.of(found));
        }
      }
      return rows;
    }
  }

  /** How many rows a statement changed. */
  static int change(Connection connection, String sql, @Nullable Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      return statement.executeUpdate();
    }
  }

  private static void bind(PreparedStatement statement, @Nullable Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      statement.setObject(
          i + 1, value instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : value);
    }
  }

  static @Nullable Instant time(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
