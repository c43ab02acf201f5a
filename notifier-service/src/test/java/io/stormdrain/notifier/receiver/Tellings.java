package io.stormdrain.notifier.receiver;

import io.stormdrain.notifier.delivery.Conversation;
import io.stormdrain.notifier.delivery.Telling;
import io.stormdrain.notifier.incident.Reason;
import io.stormdrain.notifier.message.HostileText;
import io.stormdrain.notifier.message.Message;
import net.jqwik.api.Arbitrary;
import org.jspecify.annotations.Nullable;

/** Tellings for tests of what receivers make of messages. */
public final class Tellings {

  private Tellings() {}

  /** Of a message that begins a conversation. */
  public static Telling of(Message message) {
    return of(message, Reason.Notice.MESSAGE, null);
  }

  /** Of a message in a conversation. */
  public static Telling of(Message message, Reason.Notice form, @Nullable String reference) {
    return new Telling(
        42, message, form, new Conversation(message.title(), message.severity(), reference), false);
  }

  /** Of messages with text as an attacker would write it. */
  public static Arbitrary<Telling> hostile() {
    return HostileText.messages().map(Tellings::of);
  }
}
