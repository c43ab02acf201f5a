package io.stormdrain.notifier.delivery;

import io.stormdrain.notifier.incident.IncidentState;
import io.stormdrain.notifier.incident.Reason;
import io.stormdrain.notifier.message.InWords;
import io.stormdrain.notifier.message.Notice;
import io.stormdrain.notifier.message.Occasion;
import io.stormdrain.notifier.store.IncidentView;
import io.stormdrain.notifier.threshold.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is told with one message, and the right to do so until the lease lapses.
 *
 * @param token shown when it is settled; whoever has lost it may not
 * @param carrier identity of what is told
 * @param owed all that the message tells, oldest first
 * @param also other incidents that are told with it, a line for each
 * @param toldBefore whether the receiver was told anything of the incident
 * @param only those behind the receiver who do not have it while others do; empty when all are told
 * @param lastGood the release before the suspected one
 */
record Claim(
    UUID token,
    String receiver,
    long carrier,
    List<Owed> owed,
    IncidentView view,
    List<String> also,
    Conversation conversation,
    boolean toldBefore,
    boolean plain,
    Set<String> only,
    @Nullable String lastGood) {

  /** What could have been told so long ago says that it comes late. */
  static final Duration STALE = Duration.ofMinutes(2);

  Claim {
    owed = List.copyOf(owed);
    also = List.copyOf(also);
    only = Set.copyOf(only);
    if (owed.isEmpty()) {
      throw new IllegalArgumentException("a claim is for something");
    }
  }

  /** What a message for it is made for. */
  Occasion occasion(Receiver.Repeats repeats, Instant now) {
    boolean mayRepeat = owed.stream().anyMatch(one -> one.unknown() > 0);
    return new Occasion(
        notice(),
        upTo(),
        lastGood,
        mayRepeat && repeats == Receiver.Repeats.MARKED,
        remarks(now),
        also);
  }

  private Notice notice() {
    if (view.incident().severity() == Severity.INFO) {
      return Notice.VERDICT;
    }
    boolean reminder = owed.stream().allMatch(one -> one.prompt() == Prompt.REMINDER);
    return reminder && toldBefore && state() != IncidentState.RESOLVED
        ? Notice.REMINDED
        : Notice.of(toldBefore, reasons(), state());
  }

  private List<String> remarks(Instant now) {
    Stream<String> told = owed.stream().map(Owed::remark).flatMap(Stream::ofNullable);
    Duration late =
        owed.stream()
            .filter(one -> one.form() == Reason.Notice.MESSAGE)
            .map(one -> Duration.between(one.since(), now))
            .max(Duration::compareTo)
            .orElse(Duration.ZERO);
    return Stream.concat(
            told.distinct(),
            late.compareTo(STALE) >= 0
                ? Stream.of("delayed " + InWords.duration(late))
                : Stream.empty())
        .toList();
  }

  /** Whether it deserves a message of its own. */
  Reason.Notice form() {
    return owed.stream().anyMatch(one -> one.form() == Reason.Notice.MESSAGE)
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
