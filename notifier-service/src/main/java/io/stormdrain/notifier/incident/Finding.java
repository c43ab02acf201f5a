package io.stormdrain.notifier.incident;

import io.stormdrain.notifier.signal.Evidence;
import io.stormdrain.notifier.signal.Signal;
import io.stormdrain.notifier.threshold.Severity;
import io.stormdrain.notifier.threshold.Tally;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one alert rule has found under one key of one app. An incident is made of findings: its
 * cause and the effects that followed.
 *
 * @param rule id of the alert rule
 * @param incident the incident it belongs to; null while it is pending
 * @param severity the worst so far
 * @param remediation what to do, over all signals, each line once
 * @param firstEvidence the first lines
 * @param lastEvidence the latest lines, without those that are among the first
 * @param due what happens by itself if nothing else does; null when nothing will
 */
public record Finding(
    String rule,
    String key,
    FindingState state,
    @Nullable UUID incident,
    Severity severity,
    Tally tally,
    Instant firstSeen,
    Instant lastSeen,
    @Nullable String process,
    @Nullable String release,
    Map<String, Object> captures,
    List<String> remediation,
    List<Evidence> firstEvidence,
    List<Evidence> lastEvidence,
    @Nullable Due due) {

  private static final int MAX_REMEDIATION = 40;

  public Finding {
    Objects.requireNonNull(rule, "rule");
    captures = Map.copyOf(captures);
    remediation = List.copyOf(remediation);
    firstEvidence = List.copyOf(firstEvidence);
    lastEvidence = List.copyOf(lastEvidence);
  }

  /** A finding of which nothing has been seen yet. */
  static Finding blank(FindingId id, Severity severity, Signal first) {
    return new Finding(
        id.rule(),
        id.key(),
        FindingState.PENDING,
        null,
        severity,
        Tally.NONE,
        first.time(),
        first.time(),
        first.process(),
        first.release(),
        Map.of(),
        List.of(),
        List.of(),
        List.of(),
        null);
  }

  /** With one more signal. {@code keep} is how many lines are kept, first and latest each. */
  Finding seen(Signal signal, Tally counted, Severity worst, int keep) {
    List<Evidence> first = new ArrayList<>(firstEvidence);
    List<Evidence> last = new ArrayList<>(lastEvidence);
    Evidence line = signal.evidence();
    if (line != null && first.size() < keep) {
      first.add(line);
    } else if (line != null) {
      last.add(line);
      if (last.size() > keep) {
        last.removeFirst();
      }
    }
    return new Finding(
        rule,
        key,
        state,
        incident,
        worst,
        counted,
        firstSeen.isBefore(signal.time()) ? firstSeen : signal.time(),
        lastSeen.isAfter(signal.time()) ? lastSeen : signal.time(),
        process == null ? signal.process() : process,
        release == null ? signal.release() : release,
        signal.captures(),
        withSteps(signal.remediation()),
        first,
        last,
        due);
  }

  private List<String> withSteps(List<String> more) {
    return Stream.concat(remediation.stream(), more.stream())
        .distinct()
        .limit(MAX_REMEDIATION)
        .toList();
  }

  Finding in(FindingState next, @Nullable UUID of) {
    return with(next, of, severity, tally, null);
  }

  Finding due(FindingState next, @Nullable Due then) {
    return with(next, incident, severity, tally, then);
  }

  /** What is counted per start, or until the trouble is over, begins anew. */
  Finding reset() {
    return with(state, incident, severity, tally.reset(), due);
  }

  /** At least as bad as this. */
  Finding atLeast(Severity least) {
    return with(state, incident, severity.worse(least), tally, due);
  }

  /** Told to nobody. */
  Finding forTheRecord() {
    return with(state, incident, Severity.INFO, tally, due);
  }

  /** About the whole app, whatever process spoke of it first. */
  Finding ofApp() {
    return new Finding(
        rule,
        key,
        state,
        incident,
        severity,
        tally,
        firstSeen,
        lastSeen,
        null,
        release,
        captures,
        remediation,
        firstEvidence,
        lastEvidence,
        due);
  }

  /** With other words, and other things to do. */
  Finding saying(Map<String, Object> words, List<String> steps) {
    return new Finding(
        rule,
        key,
        state,
        incident,
        severity,
        tally,
        firstSeen,
        lastSeen,
        process,
        release,
        words,
        steps,
        firstEvidence,
        lastEvidence,
        due);
  }

  /** As if it had begun then, and was seen once. */
  Finding since(Instant begin) {
    return new Finding(
        rule,
        key,
        state,
        incident,
        severity,
        tally.once(begin),
        begin,
        lastSeen,
        process,
        release,
        captures,
        remediation,
        firstEvidence,
        lastEvidence,
        due);
  }

  private Finding with(
      FindingState next, @Nullable UUID of, Severity worst, Tally counted, @Nullable Due then) {
    return new Finding(
        rule,
        key,
        next,
        of,
        worst,
        counted,
        firstSeen,
        lastSeen,
        process,
        release,
        captures,
        remediation,
        firstEvidence,
        lastEvidence,
        then);
  }

  /** {@code web} of {@code web.1}; null when no process is known. */
  public @Nullable String processType() {
    if (process == null) {
      return null;
    }
    int dot = process.indexOf('.');
    return dot < 0 ? process : process.substring(0, dot);
  }

  /** What it is about, in order of appearance. */
  public List<String> subjects() {
    return List.copyOf(tally.subjects().keySet());
  }

  /** Whether it is pending, open or recovering. */
  public boolean isLive() {
    return state != FindingState.RESOLVED;
  }
}
