package io.stormdrain.notifier.api;

import io.stormdrain.notifier.people.Token;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A token of the API, without its secret. */
public record TokenEntry(
    @Schema(description = "Its number") long id,
    @Schema(description = "What it is for") String name,
    @Schema(description = "viewer, responder or admin") String role,
    @Schema(description = "Teams whose apps it sees; all apps when empty") List<String> teams,
    @Schema(description = "Who made it") String by,
    @Schema(description = "When") Instant createdAt,
    @Schema(description = "When it ends by itself; absent when it does not")
        @Nullable Instant expiresAt,
    @Schema(description = "When it was revoked; absent when it was not")
        @Nullable Instant revokedAt) {

  static TokenEntry of(Token token) {
    return new TokenEntry(
        token.id(),
        token.name(),
        token.role().word(),
        token.teams(),
        token.by(),
        token.createdAt(),
        token.expiresAt(),
        token.revokedAt());
  }
}
