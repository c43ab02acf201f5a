package io.stormdrain.notifier.people;

import java.util.Set;

/**
 * Somebody for whom another's login vouches.
 *
 * @param subject who it is, for good, whatever they are called
 * @param name that others know
 * @param teams whose apps they see; all when empty
 */
public record Vouched(String subject, String name, Role role, Set<String> teams) {

  public Vouched {
    if (subject.isBlank() || name.isBlank()) {
      throw new IllegalArgumentException("subject or name is blank: nobody is vouched for");
    }
    teams = Set.copyOf(teams);
  }
}
