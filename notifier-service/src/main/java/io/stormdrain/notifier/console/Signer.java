package io.stormdrain.notifier.console;

import io.stormdrain.notifier.people.Caller;
import io.stormdrain.notifier.people.Person;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** In whose name something is done: of their account, or as they say where there are none. */
@Singleton
class Signer {

  private final Caller caller;

  Signer(Caller caller) {
    this.caller = caller;
  }

  /** The name; empty when nobody is named. */
  String name(@Nullable String said) {
    Person who = caller.person();
    return who.hasAccount() ? who.name() : Cookies.name(said);
  }
}
