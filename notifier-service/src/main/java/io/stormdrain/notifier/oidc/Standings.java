package io.stormdrain.notifier.oidc;

import io.stormdrain.notifier.people.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the provider's groups mean here. Pure. */
public final class Standings {

  private static final String EVERYBODY = "*";

  private final OidcConfig config;
  private final String teamPrefix;

  /** By the settings. */
  public Standings(OidcConfig config) {
    this.config = config;
    this.teamPrefix = config.teamPrefix().orElse("");
  }

  /** What somebody in these groups is: the highest role of any, and admins see all apps. */
  public Standing of(Set<String> theirs) {
    Role role = role(theirs).orElse(null);
    if (role == null) {
      return new Standing.Refused(Standing.Why.NO_ROLE);
    }
    if (role == Role.ADMIN || teamPrefix.isEmpty()) {
      return new Standing.Granted(role, Set.of());
    }
    Set<String> teams = teams(theirs);
    // No team would mean all apps.
    return teams.isEmpty()
        ? new Standing.Refused(Standing.Why.NO_TEAM)
        : new Standing.Granted(role, teams);
  }

  private Optional<Role> role(Set<String> theirs) {
    return Stream.of(Role.ADMIN, Role.RESPONDER, Role.VIEWER)
        .filter(role ->
            groups(role).stream()
                .anyMatch(group -> group.equals(EVERYBODY) || theirs.contains(group)))
        .findFirst();
  }

  private List<String> groups(Role role) {
    return switch (role) {
      case ADMIN -> config.admins().orElse(List.of());
      case RESPONDER -> config.responders().orElse(List.of());
      case VIEWER -> config.viewers().orElse(List.of());
    };
  }

  private Set<String> teams(Set<String> theirs) {
    return theirs.stream()
        .filter(group -> group.startsWith(teamPrefix))
        .map(group -> group.substring(teamPrefix.length()))
        .filter(team -> !team.isBlank())
        .collect(Collectors.toSet());
  }
}
