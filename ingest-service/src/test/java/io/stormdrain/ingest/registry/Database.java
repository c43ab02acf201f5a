package io.stormdrain.ingest.registry;

import io.stormdrain.engines.Engines;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** A database of its own, of the test's PostgreSQL. */
record Database(DataSource source) {
  private static final Database ONE = made();

  /** Empty at each call. */
  static Database fresh() {
    new Tables(ONE.source)
        .transaction(
            connection -> Tables.change(connection, "drop schema if exists ingest cascade"));
    return ONE;
  }

  private static Database made() {
    io.stormdrain.engines.Database made = Engines.database("ingest_registry");
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(made.jdbcUrl());
    source.setUser(made.user());
    source.setPassword(made.password().reveal());
    source.setCurrentSchema("ingest");
    return new Database(source);
  }

  void migrate() {
    Flyway.configure().dataSource(source).schemas("ingest").load().migrate();
  }

  /** First column. */
  List<String> rows(String query) {
    return new Tables(source)
        .transaction(connection -> Tables.rows(connection, row -> row.getString(1), query));
  }

  /** All that is kept, as PostgreSQL prints it: bytes in hexadecimal digits. */
  String dump() {
    return Stream.of("source", "source_token", "source_secret", "source_change")
        .flatMap(table -> rows("select t::text from " + table + " t").stream())
        .collect(Collectors.joining("\n"));
  }
}
