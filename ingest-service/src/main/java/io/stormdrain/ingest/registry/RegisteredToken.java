package io.stormdrain.ingest.registry;

import io.stormdrain.ingest.source.TokenHash;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token, as the registry knows it.
 *
 * @param expires from when on it is not accepted; null for never
 * @param lastSeen when it was last shown to any instance, some seconds late; null for never
 */
public record RegisteredToken(
    TokenHash hash, Instant created, @Nullable Instant expires, @Nullable Instant lastSeen) {

  /** A new one. */
  static RegisteredToken of(TokenHash hash, Instant created, @Nullable Instant expires) {
    return new RegisteredToken(hash, created, expires, null);
  }

  /** Is it too late for it? */
  public boolean isExpired(Instant now) {
    return expires != null && !expires.isAfter(now);
  }
}
