package io.stormdrain.notifier.people;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody may do; each may all that those before it may. */
public enum Role {
  /** Looks. */
  VIEWER,
  /** Looks after incidents: acknowledges, notes, resolves, silences. */
  RESPONDER,
  /** Lets others in, and sees what they did. */
  ADMIN;

  /** In words. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role of that word. */
  public static Optional<Role> of(String word) {
    return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
  }

  /** Whether it is as much as is needed. */
  public boolean reaches(Role needed) {
    return compareTo(needed) >= 0;
  }
}
