package io.stormdrain.notifier.store;

import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/**
 * How far each partition was read. Every method runs in its caller's transaction; a partition that
 * was locked is nobody else's until that ends.
 */
@Singleton
public class Positions {

  private final EntityManager entities;

  Positions(EntityManager entities) {
    this.entities = entities;
  }

  /** Locks a partition and says which offset is the next that counts. */
  public long lock(TopicPartition partition) {
    entities
        .createNativeQuery(
            """
            insert into stream_position (topic, partition, next_offset)
            values (?1, ?2, 0) on conflict do nothing
            """)
        .setParameter(1, partition.topic())
        .setParameter(2, partition.partition())
        .executeUpdate();
    StoredPosition row =
        StoredPosition.findById(
            new StoredPosition.Key(partition.topic(), partition.partition()), PESSIMISTIC_WRITE);
    return Objects.requireNonNull(row).next;
  }

  /** Notes how far a locked partition was read. */
  public void advance(TopicPartition partition, long next) {
    StoredPosition row =
        StoredPosition.findById(new StoredPosition.Key(partition.topic(), partition.partition()));
    row.next = next;
  }

  /** Positions of all partitions that were ever read. */
  public Map<TopicPartition, Long> all() {
    return StoredPosition.<StoredPosition>streamAll()
        .collect(
            Collectors.toMap(row -> new TopicPartition(row.topic, row.partition), row -> row.next));
  }

  /** Positions of these partitions, without those that were never read. */
  public Map<TopicPartition, Long> of(Collection<TopicPartition> partitions) {
    Map<TopicPartition, Long> known = new HashMap<>();
    for (TopicPartition partition : partitions) {
      StoredPosition row =
          StoredPosition.findById(new StoredPosition.Key(partition.topic(), partition.partition()));
      if (row != null) {
        known.put(partition, row.next);
      }
    }
    return known;
  }
}
