package io.stormdrain.notifier.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** How far a partition has been read; its row is the lock on reading it. */
@Entity
@Table(name = "stream_position")
@IdClass(StoredPosition.Key.class)
public class StoredPosition extends PanacheEntityBase {

  /** Identity of a partition. */
  public record Key(String topic, int partition) implements Serializable {}

  @Id String topic;
  @Id int partition;

  @Column(name = "next_offset")
  long next;
}
