package io.stormdrain.notifier.stream;

import io.stormdrain.notifier.signal.SignalRecord;
import io.stormdrain.notifier.signal.StoryEntry;
import io.stormdrain.notifier.store.ParkedSignals;
import io.stormdrain.notifier.store.Positions;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * What records of topic {@code signals} say: each is read once, by this instance or another, and
 * what cannot be read is parked. All in the caller's transaction.
 */
@Singleton
class SignalRecords {

  private final Positions positions;
  private final ParkedSignals parked;

  SignalRecords(Positions positions, ParkedSignals parked) {
    this.positions = positions;
    this.parked = parked;
  }

  /** What an app's story goes on with, and the partition that it is in. */
  record Entry(int partition, StoryEntry story) {}

  /**
   * What became of a batch.
   *
   * @param unread records that were parked
   * @param repeated records that were read before
   */
  record Batch(List<Entry> entries, int unread, int repeated) {}

  /** Reads a batch. */
  Batch read(ConsumerRecords<byte[], byte[]> records) {
    List<Entry> entries = new ArrayList<>();
    int unread = 0;
    int repeated = 0;
    for (TopicPartition partition : records.partitions()) {
      List<ConsumerRecord<byte[], byte[]>> all = records.records(partition);
      List<ConsumerRecord<byte[], byte[]>> fresh = fresh(partition, all);
      repeated += all.size() - fresh.size();
      for (ConsumerRecord<byte[], byte[]> record : fresh) {
        try {
          entries.add(new Entry(partition.partition(), SignalRecord.read(record)));
        } catch (IOException e) {
          parked.add(record, String.valueOf(e.getMessage()));
          unread++;
        }
      }
    }
    return new Batch(entries, unread, repeated);
  }

  /** Keeps a record that can never be taken, and goes on behind it. */
  Batch park(ConsumerRecord<byte[], byte[]> record, String reason) {
    TopicPartition partition = new TopicPartition(record.topic(), record.partition());
    if (fresh(partition, List.of(record)).isEmpty()) {
      return new Batch(List.of(), 0, 1);
    }
    parked.add(record, reason);
    return new Batch(List.of(), 1, 0);
  }

  /** Locks the partition, notes how far it is read with these, and leaves out what was before. */
  private List<ConsumerRecord<byte[], byte[]>> fresh(
      TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records) {
    long next = positions.lock(partition);
    positions.advance(partition, Math.max(next, records.getLast().offset() + 1));
    return records.stream().filter(record -> record.offset() >= next).toList();
  }
}
