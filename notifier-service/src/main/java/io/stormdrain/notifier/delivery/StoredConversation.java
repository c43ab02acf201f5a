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
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
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

  /** Conversations with a receiver about these, as far as they have begun. */
  static Map<UUID, Conversation> begun(Collection<UUID> incidents, String receiver) {
    return StoredConversation.<StoredConversation>find(
            "incident in ?1 and receiver = ?2", incidents, receiver)
        .stream()
        .collect(Collectors.toMap(row -> row.incident, StoredConversation::value));
  }

  /** Begins the conversation about an incident in today's words. */
  static Conversation begin(Incident incident, String receiver) {
    StoredConversation row = new StoredConversation();
    row.incident = incident.id();
    row.receiver = receiver;
    row.title = incident.title();
    row.severity = incident.severity();
    row.persist();
    return row.value();
  }

  private Conversation value() {
    return new Conversation(title, severity, reference);
  }

  static void refer(UUID incident, String receiver, String reference) {
    StoredConversation row = findById(new Key(incident, receiver));
    if (row != null) {
      row.reference = reference;
    }
  }
}
