package io.stormdrain.notifier.delivery;

import io.stormdrain.notifier.incident.IncidentState;
import io.stormdrain.notifier.incident.Reason;
import io.stormdrain.notifier.message.Notice;
import io.stormdrain.notifier.message.Occasion;
import io.stormdrain.notifier.store.IncidentView;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is told with one message, and the right to do so until the lease lapses.
 *
 * @param token shown when it is settled; whoever has lost it may not
 * @param carrier identity of what is told
 * @param owed all that the message tells, oldest first
 * @param toldBefore whether the receiver was told anything of the incident
 * @param lastGood the release before the suspected one
 */
record Claim(
    UUID token,
    String receiver,
    long carrier,
    List<Owed> owed,
    IncidentView view,
    Conversation conversation,
    boolean toldBefore,
    boolean plain,
    @Nullable String lastGood) {

  Claim {
    owed = List.copyOf(owed);
    if (owed.isEmpty()) {
      throw new IllegalArgumentException("a claim is for something");
    }
  }

  /** What a message for it is made for. */
  Occasion occasion(Receiver.Repeats repeats) {
    boolean mayRepeat = owed.stream().anyMatch(one -> one.unknown() > 0);
    return new Occasion(
        Notice.of(toldBefore, reasons(), state()),
        upTo(),
        lastGood,
        mayRepeat && repeats == Receiver.Repeats.MARKED);
  }

  /** Whether it deserves a message of its own. */
  Reason.Notice form() {
    return owed.stream().anyMatch(one -> one.reason().notice() == Reason.Notice.MESSAGE)
        ? Reason.Notice.MESSAGE
        : Reason.Notice.EDIT;
  }

  /** How often it was tried, with this time. */
  int attempts() {
    return owed.stream().mapToInt(Owed::attempts).max().orElseThrow();
  }

  /** How often it may have arrived. */
  int unknown() {
    return owed.stream().mapToInt(Owed::unknown).max().orElseThrow();
  }

  private Set<Reason> reasons() {
    Set<Reason> reasons = EnumSet.noneOf(Reason.class);
    owed.forEach(one -> reasons.add(one.reason()));
    return reasons;
  }

  private int upTo() {
    return owed.getLast().seq();
  }

  private IncidentState state() {
    return view.transitions().stream()
        .filter(transition -> transition.seq() <= upTo())
        .reduce((earlier, later) -> later)
        .orElseThrow()
        .to();
  }
}
