package io.stormdrain.notifier.people;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One-time links. Every method runs in its caller's transaction. */
@Singleton
public class Invitations {

  /** So long a link can be used. */
  public static final Duration LIFE = Duration.ofDays(2);

  private final InstantSource clock;

  Invitations(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * For whom a link is.
   *
   * @param account null for whoever comes first and becomes admin
   */
  record Guest(@Nullable StoredAccount account) {}

  /** For whoever comes first; empty once anybody has come. Links before this one end. */
  public Optional<Key> first() {
    if (!isAnybodyAwaited()) {
      return Optional.empty();
    }
    StoredInvitation.delete("account is null");
    return Optional.of(kept(null));
  }

  /** Whether nobody has come yet. */
  public boolean isAnybodyAwaited() {
    return StoredAccount.count() == 0;
  }

  /** For an account; links before this one end. */
  Key to(UUID account) {
    StoredInvitation.delete("account", account);
    return kept(account);
  }

  /** For whom a link is; empty when it was used, is over, or never was. */
  Optional<Guest> guest(String key) {
    return row(key).flatMap(this::guest);
  }

  /** The same, and from now on it is used. */
  Optional<Guest> use(String key) {
    return row(key)
        .flatMap(row -> {
          Optional<Guest> guest = guest(row);
          // Of two who come at once, one finds nothing left to delete.
          return StoredInvitation.delete("hash", row.hash) == 1 ? guest : Optional.empty();
        });
  }

  private Optional<StoredInvitation> row(String key) {
    return StoredInvitation.<StoredInvitation>findByIdOptional(new Key(key).hash())
        .filter(row -> row.expiresAt.isAfter(clock.instant()));
  }

  private Optional<Guest> guest(StoredInvitation row) {
    if (row.account == null) {
      return isAnybodyAwaited() ? Optional.of(new Guest(null)) : Optional.empty();
    }
    return StoredAccount.<StoredAccount>findByIdOptional(row.account)
        .filter(account -> account.disabledAt == null)
        .map(Guest::new);
  }

  private Key kept(@Nullable UUID account) {
    Key key = Key.random();
    StoredInvitation.of(key, account, clock.instant().plus(LIFE)).persist();
    return key;
  }
}
