package io.stormdrain.notifier.people;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an admin does about accounts. Every method runs in its caller's transaction. */
@Singleton
public class Accounts {

  private static final int MOST = 1_000;

  private final Invitations invitations;
  private final Sessions sessions;
  private final Audit audit;
  private final InstantSource clock;

  Accounts(Invitations invitations, Sessions sessions, Audit audit, InstantSource clock) {
    this.invitations = invitations;
    this.sessions = sessions;
    this.audit = audit;
    this.clock = clock;
  }

  /** What became of a change. */
  public enum Outcome {
    DONE,
    /** There is no account of that name. */
    UNKNOWN,
    /** What they may is said by the provider who vouches for them. */
    VOUCHED,
    /** Nobody would be left who lets others in. */
    LAST_ADMIN
  }

  /** All accounts by name. */
  public List<Account> all() {
    return StoredAccount.<StoredAccount>find("order by lower(name)").page(0, MOST).stream()
        .map(StoredAccount::value)
        .toList();
  }

  /** One of them. */
  public Optional<Account> named(String name) {
    return StoredAccount.named(name).map(StoredAccount::value);
  }

  /**
   * A new account, and the key of the link with which it is joined; null when the name is taken.
   */
  public @Nullable Key add(String name, Role role, Set<String> teams) {
    if (StoredAccount.named(name).isPresent()) {
      return null;
    }
    StoredAccount row = StoredAccount.of(name, role, teams, clock.instant());
    row.persistAndFlush();
    audit.note(Deed.ACCOUNT_ADDED, name, described(row));
    return invitations.to(row.id);
  }

  /** Another link, for who has lost link or password: the password, and all sessions, end. */
  public Optional<Key> invite(String name) {
    return StoredAccount.named(name)
        .filter(row -> row.disabledAt == null && row.subject == null)
        .map(row -> {
          sessions.endAll(row.id);
          row.password = null;
          row.joinedAt = null;
          audit.note(Deed.ACCOUNT_INVITED, row.name, "");
          return invitations.to(row.id);
        });
  }

  /** Another role, other teams. */
  public Outcome change(String name, Role role, Set<String> teams) {
    StoredAccount row = StoredAccount.named(name).orElse(null);
    if (row == null) {
      return Outcome.UNKNOWN;
    }
    if (row.subject != null) {
      return Outcome.VOUCHED;
    }
    if (role != Role.ADMIN && isLastAdmin(row)) {
      return Outcome.LAST_ADMIN;
    }
    row.role = role;
    row.teams = teams.stream().sorted().toList();
    audit.note(Deed.ACCOUNT_CHANGED, row.name, described(row));
    return Outcome.DONE;
  }

  /** Nobody comes in by it any more. */
  public Outcome disable(String name) {
    StoredAccount row = StoredAccount.named(name).orElse(null);
    if (row == null) {
      return Outcome.UNKNOWN;
    }
    if (isLastAdmin(row)) {
      return Outcome.LAST_ADMIN;
    }
    row.disabledAt = clock.instant();
    sessions.endAll(row.id);
    audit.note(Deed.ACCOUNT_DISABLED, row.name, "");
    return Outcome.DONE;
  }

  private static boolean isLastAdmin(StoredAccount row) {
    return row.isActingAdmin()
        && StoredAccount.<StoredAccount>find("role", Role.ADMIN).stream()
                .filter(StoredAccount::isActingAdmin)
                .count()
            == 1;
  }

  static String described(StoredAccount row) {
    return row.teams.isEmpty()
        ? row.role.word()
        : row.role.word() + " of " + String.join(", ", row.teams);
  }
}
