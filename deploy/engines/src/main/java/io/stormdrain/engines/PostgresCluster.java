package io.stormdrain.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * PostgreSQL's files: {@code folder/data} with the cluster, and beside it the passwords that were
 * made for it.
 */
final class PostgresCluster {

  /** Who owns the database that the services use; may do nothing else. */
  static final String OWNER = "stormdrain";

  static final String SUPERUSER = "postgres";
  private static final String SETTINGS = "stormdrain.conf";

  private final Path folder;
  private final PostgresPrograms programs;

  PostgresCluster(Path folder, PostgresPrograms programs) {
    this.folder = folder;
    this.programs = programs;
  }

  Path data() {
    return folder.resolve("data");
  }

  Password password(String user) throws IOException {
    return Password.read(passwordFile(user));
  }

  private Path passwordFile(String user) {
    return folder.resolve(user + ".password");
  }

  /**
   * Makes the cluster with its two users, the database and password checks for everybody; does
   * nothing when it exists. An attempt that was cut short leaves no trace.
   */
  void createIfAbsent() throws IOException {
    if (Files.exists(data())) {
      return;
    }
    Folders.createPrivate(folder);
    Path partial = folder.resolve("data.partial");
    Folders.delete(partial);
    Password.random().write(passwordFile(SUPERUSER));
    Password.random().write(passwordFile(OWNER));
    initialise(partial);
    createDatabase(partial);
    Files.writeString(
        partial.resolve("postgresql.conf"),
        "\ninclude '" + SETTINGS + "'\n",
        StandardOpenOption.APPEND);
    Files.move(partial, data(), StandardCopyOption.ATOMIC_MOVE);
  }

  private void initialise(Path cluster) throws IOException {
    String output =
        run(
            programs.command(
                "initdb",
                "--pgdata=" + cluster,
                "--username=" + SUPERUSER,
                "--pwfile=" + passwordFile(SUPERUSER),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions"),
            "");
    if (!Files.exists(cluster.resolve("postgresql.conf"))) {
      throw new EngineException("PostgreSQL's initdb failed: " + lastLine(output));
    }
  }

  /**
   * In single-user mode: no server runs yet that could be spoken to, so none with half its users.
   */
  private void createDatabase(Path cluster) throws IOException {
    String sql =
        "CREATE ROLE %s LOGIN PASSWORD '%s';\nCREATE DATABASE %s OWNER %s;\n"
            .formatted(OWNER, password(OWNER).reveal(), OWNER, OWNER);
    String output =
        run(programs.command("postgres", "--single", "-D", cluster.toString(), SUPERUSER), sql);
    if (output.contains("ERROR:") || output.contains("FATAL:")) {
      throw new EngineException("PostgreSQL's first database cannot be made: " + lastLine(output));
    }
  }

  private static String run(List<String> command, String input) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (var in = process.outputWriter()) {
      in.write(input);
    }
    try (var out = process.inputReader()) {
      return out.readAllAsString();
    }
  }

  private static String lastLine(String output) {
    return output.lines().filter(line -> !line.isBlank()).reduce("", (before, line) -> line);
  }

  /** Small, safe, and told anew at each start, since the port may change. */
  void writeSettings(int port) throws IOException {
    Files.writeString(
        data().resolve(SETTINGS),
        """
        # Written at each start; put your own settings into postgresql.conf, below the include.
        listen_addresses = '127.0.0.1'
        port = %d
        unix_socket_directories = ''
        password_encryption = scram-sha-256
        fsync = on
        synchronous_commit = on
        full_page_writes = on
        max_connections = 60
        shared_buffers = 32MB
        effective_cache_size = 256MB
        maintenance_work_mem = 16MB
        max_wal_size = 256MB
        min_wal_size = 32MB
        max_logical_replication_workers = 0
        max_worker_processes = 4
        max_parallel_workers = 2
        autovacuum_max_workers = 2
        io_method = sync
        jit = off
        timezone = 'UTC'
        log_timezone = 'UTC'
        log_checkpoints = off
        log_min_messages = warning
        log_line_prefix = '%%m [%%p] '
        """
            .formatted(port));
  }
}
