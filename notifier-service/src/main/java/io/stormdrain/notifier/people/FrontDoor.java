package io.stormdrain.notifier.people;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How people come in and leave. Every method runs in its caller's transaction, and every coming in
 * makes a new session, so that one that was planted before is worth nothing.
 */
@Singleton
public class FrontDoor {

  private final Invitations invitations;
  private final Sessions sessions;
  private final Audit audit;
  private final InstantSource clock;

  FrontDoor(Invitations invitations, Sessions sessions, Audit audit, InstantSource clock) {
    this.invitations = invitations;
    this.sessions = sessions;
    this.audit = audit;
    this.clock = clock;
  }

  /** What became of somebody's wish to come in. */
  public sealed interface Answer {
    /** In: this is the session's pass. */
    record In(Key pass) implements Answer {}

    /** Not in. */
    record Refused(Why why) implements Answer {}
  }

  /** Why somebody is not let in. */
  public enum Why {
    WRONG("That is not a name and its password."),
    LINK_OVER("This link was used, or is over. Ask for another."),
    PASSWORD_UNFIT("A password has 12 to 72 characters."),
    NAME_TAKEN("That name is taken."),
    NAME_OF_ANOTHER("Somebody who comes in by a password has your name here. Ask an admin."),
    DISABLED("Your account here is disabled. Ask an admin."),
    NO_NAME("Say by which name others know you, in 1 to 100 characters.");

    private final String words;

    Why(String words) {
      this.words = words;
    }

    /** In words. */
    public String words() {
      return words;
    }
  }

  /** The name that a link is for, empty for whoever comes first; null when it is for nobody. */
  public @Nullable String guest(String key) {
    return invitations
        .guest(key)
        .map(guest -> guest.account() == null ? "" : guest.account().name)
        .orElse(null);
  }

  /** Somebody shows a name and a password. */
  public Answer login(String name, String password, @Nullable String before) {
    Optional<StoredAccount> found = StoredAccount.named(name.replace("\0", ""));
    String hash = found.filter(row -> row.disabledAt == null).map(row -> row.password).orElse(null);
    if (!Passwords.matches(password, hash) || found.isEmpty()) {
      found.ifPresent(row -> audit.note(row.person(), Deed.LOGIN_REFUSED, row.name, ""));
      return new Answer.Refused(Why.WRONG);
    }
    return in(found.get(), Deed.LOGGED_IN, before);
  }

  /** Somebody uses a link and chooses a password; the first chooses a name too. */
  public Answer join(String key, String name, String password, @Nullable String before) {
    if (!Passwords.fits(password)) {
      return new Answer.Refused(Why.PASSWORD_UNFIT);
    }
    String awaited = guest(key);
    if (awaited == null) {
      return new Answer.Refused(Why.LINK_OVER);
    }
    if (awaited.isEmpty() && name.isEmpty()) {
      return new Answer.Refused(Why.NO_NAME);
    }
    if (awaited.isEmpty() && StoredAccount.named(name).isPresent()) {
      return new Answer.Refused(Why.NAME_TAKEN);
    }
    Invitations.Guest guest = invitations.use(key).orElse(null);
    if (guest == null) {
      return new Answer.Refused(Why.LINK_OVER);
    }
    StoredAccount row = guest.account();
    if (row == null) {
      row = StoredAccount.of(name, Role.ADMIN, Set.of(), clock.instant());
    }
    row.password = Passwords.hash(password);
    row.persistAndFlush();
    sessions.endAll(row.id);
    return in(row, Deed.ACCOUNT_JOINED, before);
  }

  /** Somebody comes for whom the provider vouches; who they are here is what it says now. */
  public Answer vouched(Vouched who, @Nullable String before) {
    StoredAccount known = StoredAccount.vouched(who.subject()).orElse(null);
    if (known == null) {
      return StoredAccount.named(who.name()).isPresent()
          ? new Answer.Refused(Why.NAME_OF_ANOTHER)
          : in(added(who), Deed.ACCOUNT_JOINED, before);
    }
    if (known.disabledAt != null) {
      audit.note(known.person(), Deed.LOGIN_REFUSED, known.name, "");
      return new Answer.Refused(Why.DISABLED);
    }
    List<String> teams = who.teams().stream().sorted().toList();
    if (known.role != who.role() || !known.teams.equals(teams)) {
      known.role = who.role();
      known.teams = teams;
      audit.note(known.person(), Deed.ACCOUNT_CHANGED, known.name, Accounts.described(known));
    }
    return in(known, Deed.LOGGED_IN, before);
  }

  private StoredAccount added(Vouched who) {
    StoredAccount row = StoredAccount.of(who.name(), who.role(), who.teams(), clock.instant());
    row.subject = who.subject();
    row.persistAndFlush();
    return row;
  }

  /** Somebody who is in chooses another password; all their other sessions end. */
  public Answer change(String name, String old, String password) {
    StoredAccount row = StoredAccount.named(name).orElseThrow();
    if (!Passwords.matches(old, row.password)) {
      return new Answer.Refused(Why.WRONG);
    }
    if (!Passwords.fits(password)) {
      return new Answer.Refused(Why.PASSWORD_UNFIT);
    }
    row.password = Passwords.hash(password);
    sessions.endAll(row.id);
    return in(row, Deed.PASSWORD_CHANGED, null);
  }

  /** Somebody leaves; with all sessions or with this one. */
  public void leave(Person who, @Nullable String pass, boolean everywhere) {
    audit.note(who, Deed.LOGGED_OUT, who.name(), everywhere ? "everywhere" : "");
    sessions.end(pass);
    if (everywhere) {
      StoredAccount.named(who.name()).ifPresent(row -> sessions.endAll(row.id));
    }
  }

  private Answer in(StoredAccount row, Deed deed, @Nullable String before) {
    row.joinedAt = row.joinedAt == null ? clock.instant() : row.joinedAt;
    sessions.end(before);
    audit.note(row.person(), deed, row.name, "");
    return new Answer.In(sessions.open(row.id));
  }
}
