package io.stormdrain.bench.notifier;

import io.stormdrain.bench.process.BenchHome;
import io.stormdrain.bench.process.Cpu;
import io.stormdrain.bench.process.LocalBroker;
import io.stormdrain.bench.process.Plan;
import io.stormdrain.bench.process.ServiceProcess;
import io.stormdrain.engines.Database;
import io.stormdrain.engines.Ports;
import io.stormdrain.engines.Postgres;
import io.stormdrain.engines.Running;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A notifier with a broker and a database of its own; what is critical is told to its log. */
final class Notifying implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration STEP = Duration.ofMillis(50);
  private static final String CONSUMED = "stormdrain_notifier_signals_consumed_total";

  final ServiceProcess notifier;
  private final LocalBroker broker;
  private final Running server;
  private final Database database;
  private final KafkaProducer<byte[], byte[]> producer;
  private long sent;

  /** Starts all of it. */
  Notifying(BenchHome home, Plan plan, Path folder) throws InterruptedException {
    broker = LocalBroker.start(home, folder);
    Postgres postgres =
        new Postgres(
            home.engines(),
            folder.resolve("postgresql"),
            Ports.free(1).getFirst(),
            folder.resolve("postgresql.log"));
    server = postgres.start();
    database = postgres.database();
    Map<String, String> settings = new TreeMap<>();
    settings.put("KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers());
    settings.put("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl());
    settings.put("QUARKUS_DATASOURCE_USERNAME", database.user());
    settings.put("QUARKUS_DATASOURCE_PASSWORD", database.password().reveal());
    settings.put("STORMDRAIN_ACCESS", "open");
    settings.put("STORMDRAIN_NOTIFIER_ROUTE_MINIMUM_SEVERITY", "critical");
    notifier = ServiceProcess.start(home, plan.jvm(), "notifier", folder, settings).awaitReady();
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers(), "linger.ms", "5"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  // What cannot be sent is missed by whoever waits for it.
  @SuppressWarnings("FutureReturnValueIgnored")
  void send(ProducerRecord<byte[], byte[]> record) {
    producer.send(record);
    sent++;
  }

  /**
   * Returns when all that was sent is in the database; how long that took from now, and at what
   * cost.
   */
  Turn await() throws IOException, InterruptedException {
    long start = System.nanoTime();
    long cpu = Cpu.nanos(notifier.pid());
    double before = notifier.metric(CONSUMED);
    producer.flush();
    while (notifier.metric(CONSUMED) < sent) {
      if (System.nanoTime() - start > PATIENCE.toNanos()) {
        throw new IllegalStateException(
            "the notifier has taken %.0f of %d".formatted(notifier.metric(CONSUMED), sent));
      }
      Thread.sleep(STEP);
    }
    return new Turn(sent - before, System.nanoTime() - start, Cpu.nanos(notifier.pid()) - cpu);
  }

  /** What the reading of some signals took. */
  record Turn(double signals, long nanos, long cpuNanos) {
    double perSecond() {
      return signals * 1e9 / nanos;
    }

    double nanosPerSignal() {
      return nanos / signals;
    }
  }

  /** One number of the database. */
  long number(String query) {
    try (Connection connection =
            DriverManager.getConnection(
                database.jdbcUrl(), database.user(), database.password().reveal());
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }

  @Override
  public void close() {
    producer.close();
    notifier.close();
    broker.close();
    server.kill();
  }
}
