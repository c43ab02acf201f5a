package io.stormdrain.notifier.oidc;

import io.stormdrain.notifier.people.Role;
import java.util.Set;

/** What somebody is here for whom the provider vouches. */
public sealed interface Standing {

  /**
   * Let in.
   *
   * @param teams whose apps they see; all when empty
   */
  record Granted(Role role, Set<String> teams) implements Standing {
    public Granted {
      teams = Set.copyOf(teams);
    }
  }

  /** Not let in. */
  record Refused(Why why) implements Standing {}

  /** Why somebody is not let in whom the provider knows. */
  enum Why {
    NO_ROLE("None of your groups has a role here. Ask who looks after this service."),
    NO_TEAM("None of your groups is a team here, so there is no app you could see."),
    NO_NAME("The provider did not say who you are.");

    private final String words;

    Why(String words) {
      this.words = words;
    }

    /** In words. */
    public String words() {
      return words;
    }
  }
}
