package io.stormdrain.analyzer.stream;

import io.micrometer.core.instrument.Counter;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lines that Kafka has deleted before they were read: its retention was too short for how far
 * behind reading was. Kafka's client goes on with the oldest that is left, and says nothing.
 *
 * @param consumer that reads
 * @param lines how many they are
 */
record Missed(Consumer<byte[], byte[]> consumer, Counter lines) {

  private static final Logger LOG = LoggerFactory.getLogger(Missed.class);

  /**
   * Looks whether some were missed.
   *
   * @param unread offset of the first line that was not read yet
   * @param next offset of the one that came
   */
  void look(TopicPartition partition, long unread, long next) {
    if (next <= unread) {
      return;
    }
    // Not every gap is a loss: marks of transactions have offsets too.
    long oldest = consumer.beginningOffsets(Set.of(partition)).getOrDefault(partition, 0L);
    long missed = Math.min(next, oldest) - unread;
    if (missed > 0) {
      lines.increment((double) missed);
      LOG.warn(
          "lines were deleted before they were read: partition={} count={}",
          partition.partition(),
          missed);
    }
  }
}
