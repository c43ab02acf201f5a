package io.stormdrain.notifier.people;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.stormdrain.notifier.NotifierConfig;
import jakarta.inject.Singleton;
import java.lang.reflect.Method;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who may pass: what the doors of the API and of the console have in common. */
@Singleton
public class Gate {

  private final boolean isOpen;
  private final Tokens tokens;
  private final Sessions sessions;
  private final Caller caller;

  Gate(NotifierConfig config, Tokens tokens, Sessions sessions, Caller caller) {
    this.isOpen = config.access() == NotifierConfig.Access.OPEN;
    this.tokens = tokens;
    this.sessions = sessions;
    this.caller = caller;
  }

  /** Whether somebody passes. */
  public enum Verdict {
    PASSES,
    /** Nobody is known; they may show something better. */
    UNKNOWN,
    /** They are known, and may not. */
    FORBIDDEN
  }

  /** Whether nobody is asked who they are. */
  public boolean isOpen() {
    return isOpen;
  }

  /** Somebody with a token asks for this. */
  public Verdict token(@Nullable String shown, Method wanted) {
    return check(
        wanted,
        shown == null
            ? Optional.empty()
            : QuarkusTransaction.requiringNew().call(() -> tokens.find(shown)));
  }

  /** Somebody with a session's pass asks for this. */
  public Verdict session(@Nullable String pass, Method wanted) {
    return check(
        wanted,
        pass == null
            ? Optional.empty()
            : QuarkusTransaction.requiringNew().call(() -> sessions.find(pass)));
  }

  private Verdict check(Method wanted, Optional<Person> found) {
    Person person = found.orElse(isOpen ? Person.EVERYBODY : null);
    if (person != null) {
      caller.is(person);
    }
    if (Rights.areOpen(wanted)) {
      return Verdict.PASSES;
    }
    if (person == null) {
      return Verdict.UNKNOWN;
    }
    return switch (Rights.of(person, wanted)) {
      case GRANTED -> Verdict.PASSES;
      case ROLE_TOO_LOW, SHUT -> Verdict.FORBIDDEN;
    };
  }
}
