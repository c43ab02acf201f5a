package io.stormdrain.engines;

import java.time.Duration;
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

  /** Transitions of incidents. */
  public static final String INCIDENTS = "incidents";

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
    try (Admin admin =
        Admin.create(
            Map.of(
                "bootstrap.servers", bootstrapServers,
                "default.api.timeout.ms", TIMEOUT_MS))) {
      create(admin);
    }
  }

  /**
   * As {@link #create(String)}, through the caller's client.
   *
   * @param admin left open
   * @throws InterruptedException when the thread is interrupted
   */
  public static void create(Admin admin) throws InterruptedException {
    Map<String, KafkaFuture<Void>> created =
        admin.createTopics(all(), new CreateTopicsOptions().timeoutMs(TIMEOUT_MS)).values();
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
            topic(INCIDENTS, Duration.ofDays(30), 64 * MEBIBYTE))
        .toList();
  }

  /**
   * A topic bounded by age and size, whichever comes first.
   *
   * @param bytesPerPartition the oldest segments beyond this are deleted
   */
  private static NewTopic topic(String name, Duration retention, long bytesPerPartition) {
    return new NewTopic(name, PARTITIONS, REPLICAS)
        .configs(
            Map.of(
                "cleanup.policy", "delete",
                "retention.ms", Long.toString(retention.toMillis()),
                "retention.bytes", Long.toString(bytesPerPartition),
                "segment.bytes", Long.toString(bytesPerPartition / 4),
                "max.message.bytes", Long.toString(2 * MEBIBYTE),
                "message.timestamp.type", "CreateTime",
                "message.timestamp.before.max.ms", Long.toString(Long.MAX_VALUE),
                "message.timestamp.after.max.ms", Long.toString(Duration.ofDays(1).toMillis())));
  }
}
