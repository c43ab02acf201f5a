package io.stormdrain.notifier.delivery;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.stormdrain.notifier.incident.Incident;
import io.stormdrain.notifier.threshold.Severity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A conversation's row. */
@Entity
@Table(name = "conversation")
@IdClass(StoredConversation.Key.class)
public class StoredConversation extends PanacheEntityBase {

  /** Identity of a conversation. */
  public record Key(UUID incident, String receiver) implements Serializable {}

  @Id
  @Column(name = "incident_id")
  UUID incident;

  @Id String receiver;

  String title;

  @Enumerated(EnumType.STRING)
  Severity severity;

  @Nullable String reference;

  /** The conversation about an incident, begun in today's words if there is none yet. */
  static Conversation with(String receiver, Incident incident) {
    StoredConversation row = findById(new Key(incident.id(), receiver));
    if (row == null) {
      row = new StoredConversation();
      row.incident = incident.id();
      row.receiver = receiver;
      row.title = incident.title();
      row.severity = incident.severity();
      row.persist();
    }
    return new Conversation(row.title, row.severity, row.reference);
  }

  static void refer(UUID incident, String receiver, String reference) {
    StoredConversation row = findById(new Key(incident, receiver));
    if (row != null) {
      row.reference = reference;
    }
  }
}
