package io.stormdrain.engines;

import java.nio.file.Path;
import java.util.Properties;

/**
 * The configuration of a KRaft broker that starts fast and stays small.
 *
 * @param data folder of the log and the cluster's metadata
 * @param port where clients connect, 127.0.0.1 only
 * @param quorum where brokers talk to controllers, 127.0.0.1 only
 */
record BrokerSettings(Path data, int port, Quorum quorum) {

  private static final String HOST = "127.0.0.1";
  private static final int MEBIBYTE = 1 << 20;

  BrokerSettings {
    requirePort("port", port);
    quorum.controllerPorts().forEach(controller -> requirePort("controllerPort", controller));
    if (quorum.controllerPorts().contains(port)) {
      throw new IllegalArgumentException("port and controllerPort must differ, both are " + port);
    }
  }

  private static void requirePort(String name, int port) {
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException(name + " must be within 1 and 65535, is " + port);
    }
  }

  Properties properties() {
    Properties settings = new Properties();
    addRoles(settings);
    if (quorum.isAlone()) {
      addSingleNode(settings);
    }
    addCopies(settings);
    addSoon(settings);
    addRecords(settings);
    addSmall(settings);
    return settings;
  }

  private void addRoles(Properties settings) {
    settings.setProperty("process.roles", "broker,controller");
    set(settings, "node.id", quorum.node());
    settings.setProperty("controller.quorum.voters", quorum.voters(HOST));
    settings.setProperty("controller.listener.names", "CONTROLLER");
    settings.setProperty(
        "listeners",
        "BROKER://%s:%d,CONTROLLER://%s:%d".formatted(HOST, port, HOST, quorum.controllerPort()));
    settings.setProperty("listener.security.protocol.map", "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT");
    settings.setProperty("inter.broker.listener.name", "BROKER");
    settings.setProperty("log.dirs", data.toString());
  }

  /** A lone voter otherwise waits out its own election timeout: 5 to 9 s instead of 3. */
  private static void addSingleNode(Properties settings) {
    set(settings, "controller.quorum.election.timeout.ms", 100);
    set(settings, "controller.quorum.fetch.timeout.ms", 300);
    set(settings, "controller.quorum.election.backoff.max.ms", 50);
  }

  private void addCopies(Properties settings) {
    set(settings, "default.replication.factor", quorum.copies());
    set(settings, "min.insync.replicas", quorum.leastCopies());
    set(settings, "offsets.topic.replication.factor", quorum.copies());
    set(settings, "transaction.state.log.replication.factor", quorum.copies());
    set(settings, "transaction.state.log.min.isr", quorum.leastCopies());
    set(settings, "share.coordinator.state.topic.replication.factor", quorum.copies());
    set(settings, "share.coordinator.state.topic.min.isr", quorum.leastCopies());
  }

  /** Who is killed is missed soon, and what it held goes on elsewhere. */
  private static void addSoon(Properties settings) {
    // After kill -9 the controller holds the broker's place until its old session is over: 9 s.
    set(settings, "broker.session.timeout.ms", 2_000);
    set(settings, "broker.heartbeat.interval.ms", 500);
    set(settings, "offsets.topic.num.partitions", 4);
    set(settings, "transaction.state.log.num.partitions", 4);
    set(settings, "share.coordinator.state.topic.num.partitions", 1);
    set(settings, "group.initial.rebalance.delay.ms", 0);
    // A killed consumer's partitions shall move within seconds: 3 s sessions must be allowed.
    set(settings, "group.min.session.timeout.ms", 1_000);
    set(settings, "group.consumer.min.session.timeout.ms", 1_000);
    // An abandoned transaction holds back every read_committed reader until it is aborted.
    set(settings, "transaction.abort.timed.out.transaction.cleanup.interval.ms", 1_000);
  }

  private static void addRecords(Properties settings) {
    settings.setProperty("auto.create.topics.enable", "false");
    set(settings, "message.max.bytes", 2 * MEBIBYTE);
    set(settings, "log.segment.bytes", 64 * MEBIBYTE);
    // A machine may have no second broker to copy from: bound what a power cut can take to about a
    // second.
    set(settings, "log.flush.interval.ms", 1_000);
    set(settings, "log.flush.scheduler.interval.ms", 1_000);
  }

  private static void addSmall(Properties settings) {
    set(settings, "num.network.threads", 2);
    set(settings, "num.io.threads", 4);
    set(settings, "background.threads", 2);
    set(settings, "num.recovery.threads.per.data.dir", 2);
    set(settings, "log.cleaner.threads", 1);
    set(settings, "log.cleaner.dedupe.buffer.size", 4 * MEBIBYTE);
    set(settings, "log.index.size.max.bytes", 2 * MEBIBYTE);
  }

  private static void set(Properties settings, String name, long value) {
    settings.setProperty(name, Long.toString(value));
  }
}
