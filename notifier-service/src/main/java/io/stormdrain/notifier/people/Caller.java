package io.stormdrain.notifier.people;

import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** Who asks, for as long as a request lasts. */
@RequestScoped
public class Caller {

  private @Nullable Person person;

  /** Notes who was let in. */
  public void is(Person who) {
    person = who;
  }

  /**
   * Who asks.
   *
   * @throws IllegalStateException when nobody was let in: what needs a person is not open
   */
  public Person person() {
    if (person == null) {
      throw new IllegalStateException("nobody was let in");
    }
    return person;
  }

  /** Who asks; null where nobody was asked for. */
  public @Nullable Person known() {
    return person;
  }
}
