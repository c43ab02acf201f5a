package io.stormdrain.notifier.people;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A token's row; none is ever deleted. */
@Entity
@Table(name = "token")
public class StoredToken extends PanacheEntityBase {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  String name;

  String hash;

  @Enumerated(EnumType.STRING)
  Role role;

  List<String> teams;

  @Column(name = "made_by")
  String by;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "expires_at")
  @Nullable Instant expiresAt;

  @Column(name = "revoked_at")
  @Nullable Instant revokedAt;

  @Column(name = "revoked_by")
  @Nullable String revokedBy;

  boolean isValid(Instant now) {
    return revokedAt == null && (expiresAt == null || expiresAt.isAfter(now));
  }

  Person person() {
    return new Person(name, Person.Means.TOKEN, role, Set.copyOf(teams));
  }

  Token value() {
    return new Token(id, name, role, teams, by, createdAt, expiresAt, revokedAt);
  }
}
