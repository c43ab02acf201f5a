package io.stormdrain.notifier.delivery;

import io.stormdrain.notifier.incident.Reason;
import io.stormdrain.notifier.message.Message;
import java.util.Set;

/**
 * One attempt to tell a receiver something.
 *
 * @param delivery identity of what is told, the same for all attempts
 * @param form whether it deserves a message of its own
 * @param conversation what went before
 * @param plain whether the receiver has refused the full form
 * @param only those behind the receiver who do not have it while others do; empty when all are told
 */
public record Telling(
    long delivery,
    Message message,
    Reason.Notice form,
    Conversation conversation,
    boolean plain,
    Set<String> only) {

  public Telling {
    only = Set.copyOf(only);
  }

  /** For all behind the receiver. */
  public Telling(
      long delivery,
      Message message,
      Reason.Notice form,
      Conversation conversation,
      boolean plain) {
    this(delivery, message, form, conversation, plain, Set.of());
  }

  /** Whether it is for this one of those behind the receiver. */
  public boolean isFor(String who) {
    return only.isEmpty() || only.contains(who);
  }
}
