package io.stormdrain.ingest.line;

import java.time.Duration;
import java.util.Locale;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Whether Kafka can take lines, and why not.
 *
 * @param cause as metrics and logs write it
 * @param detail for people
 */
public record KafkaHealth(Cause cause, String detail) {
  /** How old the producer lets its view of the cluster become. */
  static final Duration METADATA_MAX_AGE = Duration.ofSeconds(10);

  private static final double STALE_SECONDS = 2.5 * METADATA_MAX_AGE.toSeconds();

  /** What Kafka's state is. */
  public enum Cause {
    REACHABLE,
    /** The first look is still to come. */
    STARTING,
    /** The client cannot be made: the settings or the name of the broker do not work. */
    NO_CLIENT,
    /** No connection to any broker, or no answer on it. */
    UNREACHABLE,
    /** A broker answers that it does not have the topic. */
    NO_TOPIC,
    /** A broker answers that it will not serve us. */
    REFUSED;

    /** As health, metrics and logs write it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  static KafkaHealth starting() {
    return new KafkaHealth(Cause.STARTING, "not looked at yet");
  }

  /**
   * Asks the producer; takes no time, and makes it look for the topic where it does not know it.
   */
  static KafkaHealth of(KafkaProducer<byte[], byte[]> producer) {
    try {
      producer.partitionsFor(LogLine.TOPIC);
    } catch (KafkaException e) {
      return withoutTopic(e);
    }
    if (metric(producer, "connection-count") < 1) {
      return new KafkaHealth(Cause.UNREACHABLE, "no connection to a broker");
    }
    double age = metric(producer, "metadata-age");
    return age > STALE_SECONDS
        ? new KafkaHealth(Cause.UNREACHABLE, "no broker answered for %.0f s".formatted(age))
        : new KafkaHealth(Cause.REACHABLE, "topic " + LogLine.TOPIC + " is known");
  }

  private static KafkaHealth withoutTopic(KafkaException failure) {
    Throwable answer = failure.getCause();
    if (failure instanceof TimeoutException && answer == null) {
      return new KafkaHealth(Cause.UNREACHABLE, "no broker answers");
    }
    return answer instanceof UnknownTopicOrPartitionException
        ? new KafkaHealth(Cause.NO_TOPIC, "topic " + LogLine.TOPIC + " does not exist")
        : new KafkaHealth(Cause.REFUSED, explained(failure));
  }

  static KafkaHealth noClient(Exception failure) {
    return new KafkaHealth(Cause.NO_CLIENT, explained(failure));
  }

  private static String explained(Exception failure) {
    Throwable cause = failure.getCause();
    return cause == null
        ? String.valueOf(failure.getMessage())
        : failure.getMessage() + ": " + cause.getMessage();
  }

  private static double metric(KafkaProducer<byte[], byte[]> producer, String name) {
    for (Metric metric : producer.metrics().values()) {
      boolean wanted = metric.metricName().name().equals(name);
      if (wanted && metric.metricName().group().equals("producer-metrics")) {
        return (double) metric.metricValue();
      }
    }
    throw new IllegalStateException("the Kafka client has no metric " + name);
  }

  /** Lines can be sent now. */
  public boolean isReachable() {
    return cause == Cause.REACHABLE;
  }
}
