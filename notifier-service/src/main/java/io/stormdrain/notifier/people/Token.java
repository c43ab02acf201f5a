package io.stormdrain.notifier.people;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A token of the API, without its secret.
 *
 * @param name what it is for
 * @param teams whose apps it sees; all when empty
 * @param by who made it
 * @param expiresAt null when it never does
 * @param revokedAt null while it was not
 */
public record Token(
    long id,
    String name,
    Role role,
    List<String> teams,
    String by,
    Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable Instant revokedAt) {

  public Token {
    teams = List.copyOf(teams);
  }
}
