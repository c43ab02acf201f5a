package io.stormdrain.engines;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * The topics of Stormdrain, as one machine wants them; a cluster's owner creates the same names
 * with more partitions and replicas.
 *
 * <p>Records carry the time of the line, not of its arrival. Old lines are welcome; a time more
 * than a day ahead is refused, since it would keep its segment from expiring.
 */
public final class Topics {

  /** One record per log line. */
  public static final String LOG_LINES = "log-lines";

  /** Signals and vitals, an app's story in order. */
  public static final String SIGNALS = "signals";

  /** Records that the analyzer cannot read. */
  public static final String PARKED = "parked";

  /** Incidents as they are now, by their id. */
  public static final String INCIDENTS = "incidents";

  /** Every transition of every incident. */
  public static final String INCIDENT_HISTORY = "incident-history";

  private static final int PARTITIONS = 4;
  private static final short REPLICAS = 1;
  private static final long MEBIBYTE = 1 << 20;
  private static final int TIMEOUT_MS = 30_000;

  private Topics() {}

  /**
   * Creates the topics on a cluster: {@code Topics --bootstrap HOST:PORT}.
   *
   * @param args see above
   * @throws Exception when the cluster cannot be reached
   */
  public static void main(String[] args) throws Exception {
    Arguments arguments = Arguments.parse(args);
    arguments.allow("bootstrap");
    create(arguments.text("bootstrap"));
  }

  /**
   * Creates the topics that do not exist yet and leaves the others as they are.
   *
   * @param bootstrapServers {@code host:port}, comma-separated
   * @throws InterruptedException when the thread is interrupted
   */
  public static void create(String bootstrapServers) throws InterruptedException {
    create(bootstrapServers, REPLICAS);
  }

  static void create(String bootstrapServers, short replicas) throws InterruptedException {
    try (Admin admin =
        Admin.create(
            Map.of(
                "bootstrap.servers", bootstrapServers,
                "default.api.timeout.ms", TIMEOUT_MS))) {
      create(admin, replicas);
    }
  }

  /**
   * As {@link #create(String)}, through the caller's client.
   *
   * @param admin left open
   * @throws InterruptedException when the thread is interrupted
   */
  public static void create(Admin admin) throws InterruptedException {
    create(admin, REPLICAS);
  }

  private static void create(Admin admin, short replicas) throws InterruptedException {
    List<NewTopic> copied =
        all().stream()
            .map(topic ->
                new NewTopic(topic.name(), topic.numPartitions(), replicas)
                    .configs(topic.configs()))
            .toList();
    Map<String, KafkaFuture<Void>> created =
        admin.createTopics(copied, new CreateTopicsOptions().timeoutMs(TIMEOUT_MS)).values();
    for (Map.Entry<String, KafkaFuture<Void>> topic : created.entrySet()) {
      await(topic.getKey(), topic.getValue());
    }
  }

  private static void await(String topic, KafkaFuture<Void> created) throws InterruptedException {
    try {
      created.get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new IllegalStateException("topic " + topic + " cannot be created", e.getCause());
      }
    }
  }

  static List<NewTopic> all() {
    return Stream.of(
            topic(LOG_LINES, Duration.ofDays(7), 256 * MEBIBYTE),
            topic(SIGNALS, Duration.ofDays(7), 128 * MEBIBYTE),
            topic(PARKED, Duration.ofDays(7), 64 * MEBIBYTE),
            table(INCIDENTS, 64 * MEBIBYTE),
            topic(INCIDENT_HISTORY, Duration.ofDays(30), 64 * MEBIBYTE))
        .toList();
  }

  /**
   * A topic bounded by age and size, whichever comes first.
   *
   * @param bytesPerPartition the oldest segments beyond this are deleted
   */
  private static NewTopic topic(String name, Duration retention, long bytesPerPartition) {
    Map<String, String> configs = common("delete", bytesPerPartition);
    configs.put("retention.ms", Long.toString(retention.toMillis()));
    configs.put("retention.bytes", Long.toString(bytesPerPartition));
    return new NewTopic(name, PARTITIONS, REPLICAS).configs(configs);
  }

  /** A topic that keeps the latest record of each key. */
  private static NewTopic table(String name, long bytesPerPartition) {
    return new NewTopic(name, PARTITIONS, REPLICAS).configs(common("compact", bytesPerPartition));
  }

  private static Map<String, String> common(String cleanup, long bytesPerPartition) {
    Map<String, String> configs = new HashMap<>();
    configs.put("cleanup.policy", cleanup);
    configs.put("segment.bytes", Long.toString(bytesPerPartition / 4));
    configs.put("max.message.bytes", Long.toString(2 * MEBIBYTE));
    configs.put("message.timestamp.type", "CreateTime");
    configs.put("message.timestamp.before.max.ms", Long.toString(Long.MAX_VALUE));
    configs.put("message.timestamp.after.max.ms", Long.toString(Duration.ofDays(1).toMillis()));
    return configs;
  }
}
