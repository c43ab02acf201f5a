package io.stormdrain.notifier.console;

import io.stormdrain.notifier.people.Person;
import io.stormdrain.notifier.people.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is the same on every page.
 *
 * @param now when it is made; times are told relative to it
 * @param assets fingerprint of style and script, so that a new version is fetched at once
 * @param person who looks; null before they were let in
 * @param version of the service
 */
public record Frame(Instant now, String assets, @Nullable Person person, String version) {

  /** By which name they logged in; null when they did not. */
  public @Nullable String name() {
    return person != null && person.hasAccount() ? person.name() : null;
  }

  /** Whether they look after incidents. */
  public boolean responds() {
    return person != null && person.role().reaches(Role.RESPONDER);
  }

  /** Whether they let others in. */
  public boolean admits() {
    return person != null && person.role().reaches(Role.ADMIN);
  }
}
