package io.stormdrain.notifier.message;

import io.stormdrain.notifier.incident.Reason;
import io.stormdrain.notifier.incident.Transition;
import io.stormdrain.notifier.message.Message.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What happened to an incident, transition by transition, each in one line. */
final class Account {

  private static final int LONGEST = 200;

  private final List<Transition> transitions;
  private final Instant since;
  private final @Nullable String process;

  /**
   * @param transitions from the first to the last that is told
   * @param since when the trouble began
   * @param process that is in trouble
   */
  Account(List<Transition> transitions, Instant since, @Nullable String process) {
    this.transitions = transitions;
    this.since = since;
    this.process = process;
  }

  /**
   * The line that goes with a notice: of the latest transition that the notice is about. Blank for
   * a first message, which says it all.
   */
  String of(Notice notice) {
    return switch (notice) {
      case OPENED, VERDICT, DIGEST -> "";
      case OPENED_AND_RESOLVED -> latest(Reason.RESOLVED);
      case RESOLVED -> latest(Reason.RESOLVED);
      case RAISED -> latest(Reason.RAISED);
      case REOPENED -> latest(Reason.REOPENED);
      case REGRESSED -> latest(Reason.REGRESSED);
      case FLAPPING -> latest(Reason.FLAPPING);
      case REMINDED -> "still open, and nobody looks after it";
      case UPDATED -> latest();
    };
  }

  /** All of it, at most so many lines: the first and the latest. */
  List<Entry> history(int most) {
    List<Entry> all =
        IntStream.range(0, transitions.size())
            .mapToObj(at -> new Entry(transitions.get(at).at(), words(at)))
            .toList();
    return all.size() <= most
        ? all
        : Stream.concat(all.stream().limit(1), all.stream().skip(all.size() - most + 1L)).toList();
  }

  private String latest() {
    return words(transitions.size() - 1);
  }

  private String latest(Reason reason) {
    for (int at = transitions.size() - 1; at >= 0; at--) {
      if (transitions.get(at).reason() == reason) {
        return words(at);
      }
    }
    return latest();
  }

  private String words(int at) {
    Transition transition = transitions.get(at);
    String detail = transition.detail();
    String words =
        switch (transition.reason()) {
          case OPENED -> "opened: " + detail;
          case RAISED -> "raised from " + detail.replace(" -> ", " to ");
          case CAUSE_FOUND -> "cause found: " + detail;
          case EFFECT_SEEN -> "followed by: " + detail;
          case SUBJECT_ADDED -> "also: " + detail;
          case COUNT_GREW -> detail;
          case ACKNOWLEDGED ->
              "acknowledged by " + Objects.requireNonNullElse(transition.actor(), "somebody");
          case RECOVERING -> "a sign of recovery came; it has to hold";
          case RELAPSED -> "not recovered: it was seen again";
          case RESOLVED -> resolved(at);
          case REOPENED -> "back again" + sincePrevious(at, Reason.RESOLVED, " after ");
          case REGRESSED -> "regression, although it was " + detail;
          case FLAPPING -> "comes and goes, " + detail + "; its end is told when it stays away";
          case NOTED ->
              Objects.requireNonNullElse(transition.actor(), "somebody") + " noted: " + detail;
          case SEEN_AGAIN -> "seen again under the same release: " + detail;
        };
    return LogText.line(words, LONGEST);
  }

  private String resolved(int at) {
    Transition transition = transitions.get(at);
    String who = process == null ? "" : process + " ";
    String how =
        switch (Objects.requireNonNull(transition.cause())) {
          case RECOVERED ->
              who + "recovered" + sincePrevious(at, Reason.RECOVERING, " and held for ");
          case QUIET -> "not seen any more";
          case RELEASED -> "not seen any more since the new release";
          case JUDGED -> "the last word on it";
          case SUPERSEDED -> "the next one came";
          case MANUAL ->
              "closed by "
                  + Objects.requireNonNullElse(transition.actor(), "somebody")
                  + (transition.detail().isEmpty() ? "" : " (" + transition.detail() + ")");
          case FIXED -> transition.detail();
        };
    return "resolved: " + how + ", open for " + InWords.duration(between(since, transition.at()));
  }

  private String sincePrevious(int at, Reason reason, String words) {
    for (int before = at - 1; before >= 0; before--) {
      if (transitions.get(before).reason() == reason) {
        Duration since = between(transitions.get(before).at(), transitions.get(at).at());
        return words + InWords.duration(since);
      }
    }
    return "";
  }

  private static Duration between(Instant from, Instant to) {
    return Duration.between(from, to);
  }
}
