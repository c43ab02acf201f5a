package io.stormdrain.engines;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The engines that tests use: one broker and one PostgreSQL per test JVM, each started by the first
 * who asks for it, on free ports, with their files under {@code target}, ended with the JVM.
 *
 * <p>A test may kill one and bring it back on the same ports and data; who kills must restart,
 * since others share it.
 */
public final class Engines {

  private static final String KAFKA = "kafka";
  private static final String POSTGRES = "postgresql";

  /** There is one of it per JVM, however often this class was loaded. */
  private static final Object LOCK = Runtime.getRuntime();

  private Engines() {}

  /** Bootstrap servers of the broker; the topics of {@link Topics} exist. */
  public static String kafka() {
    synchronized (LOCK) {
      return kafka(
              Shared.named(KAFKA).orElseGet(() -> startKafka(Ports.free(2), Shared.folder(KAFKA))))
          .bootstrapServers();
    }
  }

  /** Kills the broker as {@code kill -9} does. */
  public static void killKafka() {
    synchronized (LOCK) {
      Shared.named(KAFKA).ifPresent(Shared::kill);
    }
  }

  /** Brings the killed broker back; returns when it serves. */
  public static void restartKafka() {
    synchronized (LOCK) {
      Shared.named(KAFKA).ifPresent(killed -> startKafka(killed.ports(), killed.folder()));
    }
  }

  /** The database that the server comes with. */
  public static Database postgres() {
    synchronized (LOCK) {
      return server().database();
    }
  }

  /**
   * A database of its own for one test class, empty at each call.
   *
   * @param name lower-case letters, digits and underscores
   */
  public static Database database(String name) {
    synchronized (LOCK) {
      return server().create(name);
    }
  }

  /** Kills PostgreSQL as {@code kill -9} of its postmaster does. */
  public static void killPostgres() {
    synchronized (LOCK) {
      Shared.named(POSTGRES).ifPresent(Shared::kill);
    }
  }

  /** Brings the killed PostgreSQL back; returns when it serves. */
  public static void restartPostgres() {
    synchronized (LOCK) {
      Shared.named(POSTGRES).ifPresent(killed -> startPostgres(killed.ports(), killed.folder()));
    }
  }

  private static Shared startKafka(List<Integer> ports, Path folder) {
    Shared planned = new Shared(0, ports, folder);
    return started(KAFKA, planned, kafka(planned).start());
  }

  private static Shared startPostgres(List<Integer> ports, Path folder) {
    Shared planned = new Shared(0, ports, folder);
    return started(POSTGRES, planned, postgres(planned).start());
  }

  private static Postgres server() {
    return postgres(
        Shared.named(POSTGRES)
            .orElseGet(() -> startPostgres(Ports.free(1), Shared.folder(POSTGRES))));
  }

  private static Kafka kafka(Shared shared) {
    return new Kafka(
        EngineHome.ofSystemProperty(),
        shared.folder().resolve("data"),
        shared.ports().getFirst(),
        shared.ports().getLast(),
        shared.folder().resolve("kafka.log"));
  }

  private static Postgres postgres(Shared shared) {
    return new Postgres(
        EngineHome.ofSystemProperty(),
        shared.folder(),
        shared.ports().getFirst(),
        shared.folder().resolve("postgresql.log"));
  }

  /** Nobody needs the data any more when the JVM ends: no reason to wait for an orderly stop. */
  private static Shared started(String name, Shared planned, Running engine) {
    Thread end = new Thread(() -> discard(engine, planned.folder()), "end-of-" + name);
    Runtime.getRuntime().addShutdownHook(end);
    Shared shared = new Shared(engine.pid(), planned.ports(), planned.folder());
    shared.note(name);
    return shared;
  }

  private static void discard(Running engine, Path folder) {
    engine.kill();
    try {
      Folders.delete(folder);
    } catch (IOException e) {
      // The next test JVM of this module removes it.
    }
  }
}
