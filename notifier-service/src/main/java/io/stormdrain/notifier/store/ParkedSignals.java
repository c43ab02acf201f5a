package io.stormdrain.notifier.store;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Records that could not be read, kept with their reason. Runs in its caller's transaction. */
@Singleton
public class ParkedSignals {

  private static final int LONGEST = 1_000;

  private final EntityManager entities;

  ParkedSignals(EntityManager entities) {
    this.entities = entities;
  }

  /** Keeps a record. */
  public void add(ConsumerRecord<byte[], byte[]> record, String reason) {
    entities
        .createNativeQuery(
            """
            insert into parked_signal (topic, partition, record_offset, reason, value)
            values (?1, ?2, ?3, ?4, ?5) on conflict do nothing
            """)
        .setParameter(1, record.topic())
        .setParameter(2, record.partition())
        .setParameter(3, record.offset())
        .setParameter(4, storable(reason))
        .setParameter(5, record.value())
        .executeUpdate();
  }

  /** PostgreSQL keeps no NUL. */
  private static String storable(String reason) {
    return reason.substring(0, Math.min(reason.length(), LONGEST)).replace((char) 0, ' ');
  }
}
