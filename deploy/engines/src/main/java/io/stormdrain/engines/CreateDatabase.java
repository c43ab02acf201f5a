package io.stormdrain.engines;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Makes an empty database: {@code CreateDatabase --server JDBC-URL --name NAME}, in a JVM of its
 * own because the caller may have no driver. The superuser's password comes by the environment,
 * where {@code ps} does not show it.
 */
public final class CreateDatabase {

  /** The environment variable of the superuser's password. */
  static final String PASSWORD = "STORMDRAIN_SUPERUSER_PASSWORD";

  private CreateDatabase() {}

  /**
   * Makes it and ends.
   *
   * @param args see the class
   * @throws SQLException when the server refuses
   */
  public static void main(String[] args) throws SQLException {
    Arguments arguments = Arguments.parse(args);
    arguments.allow("server", "name");
    String name = arguments.text("name");
    try (Connection connection =
            DriverManager.getConnection(
                arguments.text("server"), PostgresCluster.SUPERUSER, System.getenv(PASSWORD));
        Statement statement = connection.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
      statement.execute("CREATE DATABASE " + name + " OWNER " + PostgresCluster.OWNER);
    }
  }
}
