package io.stormdrain.notifier.api;

import io.stormdrain.notifier.incident.Finding;
import io.stormdrain.notifier.incident.Suspect;
import io.stormdrain.notifier.incident.Transition;
import io.stormdrain.notifier.signal.Evidence;
import io.stormdrain.notifier.store.IncidentView;
import io.stormdrain.notifier.store.NumberedIncident;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All there is to say about an incident: what it is made of, causes first, and its history. */
public record IncidentDetail(
    IncidentSummary incident,
    @Nullable SuspectRelease suspect,
    List<FoundTrouble> findings,
    List<Change> transitions) {

  public IncidentDetail {
    findings = List.copyOf(findings);
    transitions = List.copyOf(transitions);
  }

  /** The release it may have begun with. */
  public record SuspectRelease(String release, Instant at, @Nullable String what, String grade) {

    static @Nullable SuspectRelease of(@Nullable Suspect suspect) {
      return suspect == null
          ? null
          : new SuspectRelease(
              suspect.release(), suspect.at(), suspect.what(), Words.of(suspect.grade()));
    }
  }

  /**
   * What one alert rule has found.
   *
   * @param evidence its first and latest log lines, as they came: hostile text
   */
  public record FoundTrouble(
      String type,
      String state,
      String severity,
      @Nullable String process,
      @Nullable String release,
      long count,
      Instant firstSeen,
      Instant lastSeen,
      List<String> subjects,
      List<String> remediation,
      List<String> evidence) {

    static FoundTrouble of(Finding finding) {
      return new FoundTrouble(
          finding.rule(),
          Words.of(finding.state()),
          Words.of(finding.severity()),
          finding.process(),
          finding.release(),
          finding.tally().total(),
          finding.firstSeen(),
          finding.lastSeen(),
          finding.subjects(),
          finding.remediation(),
          Stream.concat(finding.firstEvidence().stream(), finding.lastEvidence().stream())
              .map(Evidence::line)
              .toList());
    }
  }

  /** A numbered change. */
  public record Change(
      int seq,
      Instant at,
      String to,
      String reason,
      @Nullable String cause,
      String severity,
      String detail,
      @Nullable String actor) {

    static Change of(Transition transition) {
      return new Change(
          transition.seq(),
          transition.at(),
          Words.of(transition.to()),
          Words.of(transition.reason()),
          Words.ofNullable(transition.cause()),
          Words.of(transition.severity()),
          transition.detail(),
          transition.actor());
    }
  }

  static IncidentDetail of(IncidentView view) {
    return new IncidentDetail(
        IncidentSummary.of(new NumberedIncident(view.number(), view.incident())),
        SuspectRelease.of(view.incident().suspect()),
        view.findings().stream().map(FoundTrouble::of).toList(),
        view.transitions().stream().map(Change::of).toList());
  }
}
