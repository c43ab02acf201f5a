package io.stormdrain.notifier.people;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sessions of those who have logged in. Every method runs in its caller's transaction. */
@Singleton
public class Sessions {

  /** It ends when nobody has used it for so long. */
  static final Duration IDLE = Duration.ofHours(12);

  /** It ends after so long, however much it is used. */
  public static final Duration LIFE = Duration.ofDays(7);

  /** A page that keeps itself up to date need not write each time. */
  private static final Duration NOTED = Duration.ofMinutes(1);

  private final InstantSource clock;

  Sessions(InstantSource clock) {
    this.clock = clock;
  }

  /** A new session, never one that was known before; those that are over are cleared away. */
  Key open(UUID account) {
    Instant now = clock.instant();
    StoredSession.delete("openedAt < ?1 or seenAt < ?2", now.minus(LIFE), now.minus(IDLE));
    Key key = Key.random();
    StoredSession.of(key, account, now).persist();
    return key;
  }

  /** Whose session it is; empty when it is none, or is over. */
  public Optional<Person> find(@Nullable String pass) {
    Instant now = clock.instant();
    StoredSession row = pass == null ? null : StoredSession.findById(new Key(pass).hash());
    if (row == null
        || row.openedAt.plus(LIFE).isBefore(now)
        || row.seenAt.plus(IDLE).isBefore(now)) {
      return Optional.empty();
    }
    if (row.seenAt.plus(NOTED).isBefore(now)) {
      row.seenAt = now;
    }
    return StoredAccount.<StoredAccount>findByIdOptional(row.account)
        .filter(account -> account.disabledAt == null)
        .map(StoredAccount::person);
  }

  /** Ends one. */
  void end(@Nullable String pass) {
    if (pass != null) {
      StoredSession.deleteById(new Key(pass).hash());
    }
  }

  /** Ends all of an account. */
  void endAll(UUID account) {
    StoredSession.delete("account", account);
  }
}
