package io.stormdrain.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
final class PostgresTest {

  @Test
  void whatIsCommittedIsOnTheDisk() throws Exception {
    Database database = Engines.postgres();

    assertThat(ask(database, "SHOW fsync")).isEqualTo("on");
    assertThat(ask(database, "SHOW synchronous_commit")).isEqualTo("on");
    assertThat(ask(database, "SHOW full_page_writes")).isEqualTo("on");
    assertThat(ask(database, "SHOW data_checksums")).isEqualTo("on");
  }

  @Test
  void listensOnTheLoopbackOnlyAndKnowsUtf8() throws Exception {
    Database database = Engines.postgres();

    assertThat(ask(database, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
    assertThat(ask(database, "SELECT lower('ÄÖ')")).isEqualTo("äö");
    assertThat(ask(database, "SELECT version()")).startsWith("PostgreSQL 18.");
  }

  @Test
  void aWrongPasswordIsRefused() {
    Database database = Engines.postgres();

    assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), "stormdrain", "guess"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("password authentication failed");
  }

  @Test
  void theServicesUserIsNoSuperuserAndOwnsItsDatabase() throws Exception {
    Database database = Engines.postgres();

    assertThat(ask(database, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"))
        .isEqualTo("f");
    tell(database, "CREATE SCHEMA IF NOT EXISTS mine");
  }

  @Test
  void thePasswordIsNeitherShownNorReadableByOthers() {
    Database database = Engines.postgres();

    assertThat(database.toString()).contains("(hidden)").doesNotContain(reveal(database));
  }

  @Test
  void aDatabaseIsEmptyEachTimeItIsAskedFor() throws Exception {
    tell(Engines.database("fresh"), "CREATE TABLE seen (n int)");

    Database again = Engines.database("fresh");

    assertThat(ask(again, "SELECT count(*) FROM pg_tables WHERE tablename = 'seen'"))
        .isEqualTo("0");
  }

  @Test
  void committedRowsSurviveKill9() throws Exception {
    Database database = Engines.database("killed");
    tell(database, "CREATE TABLE kept (n int)");
    tell(database, "INSERT INTO kept VALUES (42)");

    Engines.killPostgres();
    Engines.restartPostgres();

    assertThat(ask(database, "SELECT n FROM kept")).isEqualTo("42");
  }

  @Test
  void aServerThatAnEarlierRunLeftBehindIsEndedFirst(@TempDir Path folder) throws Exception {
    Postgres postgres = postgres(folder.resolve("a folder"), Ports.free(1).getFirst());
    Running first = postgres.start();
    tell(postgres.database(), "CREATE TABLE kept (n int)");

    Running second = postgres.start();
    try {
      assertThat(first.onExit()).succeedsWithin(Duration.ofSeconds(10));
      assertThat(ask(postgres.database(), "SELECT count(*) FROM kept")).isEqualTo("0");
    } finally {
      second.stop(Duration.ofSeconds(10));
    }
    assertThat(second.onExit()).succeedsWithin(Duration.ofSeconds(10));
  }

  @Test
  void aPidFileThatNamesSomebodyElsesProcessHarmsNobody(@TempDir Path folder) throws Exception {
    Postgres postgres = postgres(folder, Ports.free(1).getFirst());
    postgres.start().kill();
    Process bystander = new ProcessBuilder("sleep", "60").start();
    Files.writeString(folder.resolve("data/postmaster.pid"), bystander.pid() + "\n" + folder);

    Running again = postgres.start();
    try {
      assertThat(bystander.isAlive()).isTrue();
      assertThat(ask(postgres.database(), "SELECT 1")).isEqualTo("1");
    } finally {
      again.kill();
      bystander.destroyForcibly();
    }
  }

  @Test
  void itsFilesAreTheOwnersAlone(@TempDir Path folder) throws Exception {
    Path files = folder.resolve("postgresql");
    postgres(files, Ports.free(1).getFirst()).start().kill();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files)))
        .isEqualTo("rwx------");
    Path password = files.resolve("stormdrain.password");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password)))
        .isEqualTo("rw-------");
  }

  private static Postgres postgres(Path folder, int port) {
    return new Postgres(
        EngineHome.ofSystemProperty(), folder, port, folder.resolveSibling("postgresql.log"));
  }

  private static String reveal(Database database) {
    return database.password().reveal();
  }

  private static Connection connect(Database database) throws SQLException {
    return DriverManager.getConnection(database.jdbcUrl(), database.user(), reveal(database));
  }

  private static void tell(Database database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(Database database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(sql)) {
      answer.next();
      return answer.getString(1);
    }
  }
}
