package io.stormdrain.notifier.people;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An account's row; none is ever deleted, so that the audit log keeps its meaning. */
@Entity
@Table(name = "account")
public class StoredAccount extends PanacheEntityBase {

  @Id UUID id;

  String name;

  @Enumerated(EnumType.STRING)
  Role role;

  List<String> teams;

  /** Hash; null before they have joined. */
  @Nullable String password;

  /** As the provider knows them who vouches for them; null for those with a password of ours. */
  @Nullable String subject;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "joined_at")
  @Nullable Instant joinedAt;

  @Column(name = "disabled_at")
  @Nullable Instant disabledAt;

  static StoredAccount of(String name, Role role, Set<String> teams, Instant now) {
    StoredAccount row = new StoredAccount();
    row.id = UUID.randomUUID();
    row.name = name;
    row.role = role;
    row.teams = teams.stream().sorted().toList();
    row.createdAt = now;
    return row;
  }

  /** Names differ by more than capitals. */
  static Optional<StoredAccount> named(String name) {
    return find("lower(name) = lower(?1)", name).firstResultOptional();
  }

  /** For whom the provider vouches. */
  static Optional<StoredAccount> vouched(String subject) {
    return find("subject", subject).firstResultOptional();
  }

  /** Whether it is one of those without whom nobody is let in any more. */
  boolean isActingAdmin() {
    return role == Role.ADMIN && disabledAt == null && joinedAt != null;
  }

  Person person() {
    return new Person(
        name,
        subject == null ? Person.Means.ACCOUNT : Person.Means.PROVIDER,
        role,
        Set.copyOf(teams));
  }

  Account value() {
    Account.State state =
        disabledAt != null
            ? Account.State.DISABLED
            : joinedAt == null ? Account.State.INVITED : Account.State.ACTIVE;
    return new Account(name, role, teams, state, subject != null, createdAt);
  }
}
