package io.stormdrain.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A real PostgreSQL on 127.0.0.1 with everything durable switched on, also when we are root.
 *
 * @param home the engines' jars
 * @param folder its files, kept between runs
 * @param port where clients connect
 * @param log file for its warnings
 */
public record Postgres(EngineHome home, Path folder, int port, Path log) {

  private static final Duration START_LIMIT = Duration.ofSeconds(90);
  private static final String READY = "ready";

  /**
   * Starts the server, says so, and stops it when standard input ends. pg_ctl puts the server into
   * a session of its own; it is stopped by its number, as the next run may have started another
   * one.
   */
  private static final String GUARD =
      """
      trap '' TERM
      ctl=$1 data=$2 log=$3; shift 3
      "$@" "$ctl" start -D "$data" -l "$log" -w -t 60 -s >&2 || exit 1
      read -r pid < "$data/postmaster.pid"
      echo ready
      while read -r _; do :; done
      kill -INT "$pid" 2>/dev/null
      for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
        for _ in 1 2 3 4 5 6 7 8 9 10; do
          kill -0 "$pid" 2>/dev/null || exit 0
          { read -r now < "$data/postmaster.pid"; } 2>/dev/null || exit 0
          [ "$now" = "$pid" ] || exit 0
          sleep 0.1
        done
      done
      kill -QUIT "$pid" 2>/dev/null
      """;

  /** Absolute, since the server changes its folder. */
  public Postgres {
    folder = folder.toAbsolutePath().normalize();
    log = log.toAbsolutePath().normalize();
  }

  /**
   * Starts the server and returns when it answers. What an earlier run left behind is ended first.
   *
   * @throws EngineException when it does not come up
   */
  public Running start() {
    try {
      PostgresPrograms programs = PostgresPrograms.of(home, log);
      PostgresCluster cluster = new PostgresCluster(folder, programs);
      cluster.createIfAbsent();
      new PostgresLeftovers(cluster.data()).remove();
      cluster.writeSettings(port);
      return start(programs, cluster);
    } catch (IOException e) {
      throw new EngineException("PostgreSQL cannot be started: " + e.getMessage(), e);
    }
  }

  private Running start(PostgresPrograms programs, PostgresCluster cluster) throws IOException {
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", GUARD, "sh"));
    command.add(programs.bin("pg_ctl").toString());
    command.add(cluster.data().toString());
    command.add(log.toString());
    command.addAll(programs.prefix());
    Child guard = new Launch("postgresql", command, Map.of(), log, Launch.Output.PARENT).start();
    guard.awaitLine(READY, START_LIMIT);
    long pid =
        Long.parseLong(Files.readAllLines(cluster.data().resolve("postmaster.pid")).getFirst());
    return ProcessHandle.of(pid)
        .map(postmaster -> new PostgresServer(postmaster, guard))
        .orElseThrow(() -> new EngineException("postgresql ended right after its start"));
  }

  /** The database that the services share; known once the server has been started. */
  public Database database() {
    return database(PostgresCluster.OWNER);
  }

  private Database database(String name) {
    return new Database(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + name,
        PostgresCluster.OWNER,
        password(PostgresCluster.OWNER));
  }

  /**
   * Makes an empty database, in the place of one of that name.
   *
   * @param name lower-case letters, digits and underscores
   */
  Database create(String name) {
    if (!name.matches("[a-z][a-z0-9_]{0,50}")) {
      throw new IllegalArgumentException("name must be a plain identifier, is " + name);
    }
    List<String> command =
        home.java(
            List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
            CreateDatabase.class,
            "--server",
            "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
            "--name",
            name);
    Map<String, String> secret =
        Map.of(CreateDatabase.PASSWORD, password(PostgresCluster.SUPERUSER).reveal());
    int status =
        new Launch("database " + name, command, secret, log, Launch.Output.LOG)
            .start()
            .onExit()
            .join();
    if (status != 0) {
      throw new EngineException("database " + name + " cannot be made, see " + log);
    }
    return database(name);
  }

  private Password password(String user) {
    try {
      return Password.read(folder.resolve(user + ".password"));
    } catch (IOException e) {
      throw new EngineException("the password of " + user + " cannot be read in " + folder, e);
    }
  }
}
