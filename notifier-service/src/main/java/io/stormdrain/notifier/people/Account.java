package io.stormdrain.notifier.people;

import java.time.Instant;
import java.util.List;

/**
 * Somebody who may come in.
 *
 * @param teams whose apps they see; all when empty
 * @param vouched whether a provider says who they are and what they may
 */
public record Account(
    String name, Role role, List<String> teams, State state, boolean vouched, Instant createdAt) {

  public Account {
    teams = List.copyOf(teams);
  }

  /** Whether they can. */
  public enum State {
    /** They have a link and have not used it yet. */
    INVITED,
    ACTIVE,
    DISABLED
  }
}
