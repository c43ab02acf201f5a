package io.stormdrain.notifier.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** That an incident belongs to a storm, which is an incident too. */
@Entity
@Table(name = "storm_member")
public class StoredMember extends PanacheEntityBase {

  @Id
  @Column(name = "incident_id")
  UUID incident;

  /** The latest that it belongs to. */
  @Column(name = "storm_id")
  UUID storm;
}
