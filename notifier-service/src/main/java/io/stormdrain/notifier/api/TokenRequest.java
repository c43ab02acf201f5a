package io.stormdrain.notifier.api;

import io.stormdrain.notifier.people.Role;
import io.stormdrain.notifier.threshold.Durations;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A program is to use the API. */
public record TokenRequest(
    @Schema(description = "What it is for", minLength = 1, maxLength = 100, examples = "ci")
        @Nullable String name,
    @Schema(description = "viewer, responder or admin", examples = "viewer") @Nullable String role,
    @Schema(description = "Teams of the routing file whose apps it sees; all apps when left out")
        @Nullable List<String> teams,
    @Schema(
            description = "After which time it is worth nothing; never when left out",
            examples = "90d")
        @Nullable String expires) {

  private static final String EXPECTED =
      "{\"name\": \"ci\", \"role\": \"viewer, responder or admin\", \"teams\": [\"payments\"],"
          + " \"expires\": \"90d\"}, of which teams and expires may be left out";

  static TokenRequest in(@Nullable TokenRequest body) {
    return Said.needed(body, EXPECTED);
  }

  String called() {
    return Said.name("name", name, EXPECTED);
  }

  Role as() {
    return AccountRequest.role(role, EXPECTED);
  }

  Set<String> whose() {
    return AccountRequest.teams(teams, EXPECTED);
  }

  @Nullable Instant until(Instant now) {
    if (expires == null || expires.isEmpty()) {
      return null;
    }
    try {
      return now.plus(Durations.of(expires));
    } catch (IllegalArgumentException e) {
      throw ProblemException.badRequest("expires: " + e.getMessage(), EXPECTED);
    }
  }
}
