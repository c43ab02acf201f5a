package io.stormdrain.notifier.people;

import io.stormdrain.notifier.NotifierConfig;
import io.stormdrain.notifier.Secret;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tokens of the API. Every method runs in its caller's transaction. */
@Singleton
public class Tokens {

  private static final int MOST = 500;

  private final @Nullable Secret set;
  private final Caller caller;
  private final Audit audit;
  private final InstantSource clock;

  Tokens(NotifierConfig config, Caller caller, Audit audit, InstantSource clock) {
    this.set = config.apiToken().orElse(null);
    this.caller = caller;
    this.audit = audit;
    this.clock = clock;
  }

  /** A token with what nobody is shown again. */
  public record Made(Token token, Key key) {}

  /** Who shows this. */
  public Optional<Person> find(String shown) {
    if (set != null && set.isShownBy(shown)) {
      return Optional.of(Person.SETTINGS);
    }
    return StoredToken.<StoredToken>find("hash", new Key(shown).hash())
        .firstResultOptional()
        .filter(row -> row.isValid(clock.instant()))
        .map(StoredToken::person);
  }

  /** All there ever were, the latest first. */
  public List<Token> all() {
    return StoredToken.<StoredToken>find("order by id desc").page(0, MOST).stream()
        .map(StoredToken::value)
        .toList();
  }

  /** A new one. */
  public Made add(String name, Role role, Set<String> teams, @Nullable Instant expiresAt) {
    Key key = Key.random();
    StoredToken row = new StoredToken();
    row.name = name;
    row.hash = key.hash();
    row.role = role;
    row.teams = teams.stream().sorted().toList();
    row.by = caller.person().name();
    row.createdAt = clock.instant();
    row.expiresAt = expiresAt;
    row.persistAndFlush();
    audit.note(Deed.TOKEN_ADDED, "token " + row.id, "%s, %s".formatted(name, role.word()));
    return new Made(row.value(), key);
  }

  /** Ends one; empty when there is none of that number that is valid. */
  public Optional<Token> revoke(long id) {
    return StoredToken.<StoredToken>find("id = ?1 and revokedAt is null", id)
        .firstResultOptional()
        .map(row -> {
          row.revokedAt = clock.instant();
          row.revokedBy = caller.person().name();
          audit.note(Deed.TOKEN_REVOKED, "token " + id, row.name);
          return row.value();
        });
  }
}
