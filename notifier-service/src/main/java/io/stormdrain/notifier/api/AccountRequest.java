package io.stormdrain.notifier.api;

import io.stormdrain.notifier.people.Role;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who is to come in, or how they may from now on. */
public record AccountRequest(
    @Schema(
            description = "A name that others know",
            minLength = 1,
            maxLength = 100,
            examples = "ann")
        @Nullable String name,
    @Schema(description = "viewer, responder or admin", examples = "responder")
        @Nullable String role,
    @Schema(description = "Teams of the routing file whose apps they see; all apps when left out")
        @Nullable List<String> teams) {

  private static final String EXPECTED =
      "{\"name\": \"<1 to 100 characters>\", \"role\": \"viewer, responder or admin\", \"teams\":"
          + " [\"payments\"]}, without teams for all apps";

  static AccountRequest in(@Nullable AccountRequest body) {
    return Said.needed(body, EXPECTED);
  }

  String called() {
    return Said.name("name", name, EXPECTED);
  }

  Role as() {
    return role(role, EXPECTED);
  }

  Set<String> whose() {
    return teams(teams, EXPECTED);
  }

  static Role role(@Nullable String word, String expected) {
    return Role.of(word == null ? "" : word)
        .orElseThrow(() -> ProblemException.badRequest("'" + word + "' is no role", expected));
  }

  static Set<String> teams(@Nullable List<String> named, String expected) {
    return named == null
        ? Set.of()
        : named.stream()
            .map(team -> Said.name("teams", team, expected))
            .collect(Collectors.toSet());
  }
}
