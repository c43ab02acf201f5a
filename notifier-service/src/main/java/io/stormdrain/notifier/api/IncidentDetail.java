package io.stormdrain.notifier.api;

import io.stormdrain.notifier.incident.Finding;
import io.stormdrain.notifier.incident.Suspect;
import io.stormdrain.notifier.incident.Transition;
import io.stormdrain.notifier.message.Message;
import io.stormdrain.notifier.signal.Evidence;
import io.stormdrain.notifier.store.IncidentView;
import io.stormdrain.notifier.store.Kin;
import io.stormdrain.notifier.store.NumberedIncident;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** All there is to say about an incident: what it is made of, causes first, and its history. */
public record IncidentDetail(
    @Schema(description = "The incident itself") IncidentSummary incident,
    @Schema(description = "The release it may have begun with; a suspicion, never a verdict")
        @Nullable SuspectRelease suspect,
    @Schema(description = "What it is made of, causes before their effects")
        List<FoundTrouble> findings,
    @Schema(description = "What has happened, from the first") List<Change> transitions,
    @Schema(description = "The storm that tells of it, or did: INC-7; absent when there was none")
        @Nullable String storm,
    @Schema(description = "If it is a storm: incidents it tells of, live ones first, 1000 at most")
        List<IncidentSummary> members) {

  /** More of a storm's incidents are found by their class. */
  static final int MOST_MEMBERS = 1_000;

  public IncidentDetail {
    members = List.copyOf(members);
    findings = List.copyOf(findings);
    transitions = List.copyOf(transitions);
  }

  /** The release it may have begun with. */
  public record SuspectRelease(
      @Schema(description = "v42") String release,
      @Schema(description = "When it was released") Instant at,
      @Schema(description = "What it brought, as the platform says") @Nullable String what,
      @Schema(description = "strong or possible") String grade) {

    static @Nullable SuspectRelease of(@Nullable Suspect suspect) {
      return suspect == null
          ? null
          : new SuspectRelease(
              suspect.release(), suspect.at(), suspect.what(), Words.of(suspect.grade()));
    }
  }

  /** What one alert rule has found. */
  public record FoundTrouble(
      @Schema(description = "Class of trouble: missing-module") String type,
      @Schema(description = "pending, open, recovering or resolved") String state,
      @Schema(description = "critical, high, medium, low or info") String severity,
      @Schema(description = "The process in trouble") @Nullable String process,
      @Schema(description = "The release it was last seen under") @Nullable String release,
      @Schema(description = "How often it was seen") long count,
      @Schema(description = "By the app's own time") Instant firstSeen,
      @Schema(description = "By the app's own time") Instant lastSeen,
      @Schema(description = "What it is about: modules, codes, paths") List<String> subjects,
      @Schema(description = "What to do, most likely first") List<String> remediation,
      @Schema(description = "Its first and latest log lines as they came: hostile text, escape it")
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
      @Schema(description = "From 1, without gaps") int seq,
      @Schema(
              description =
                  "By the app's own time, or by the clock where silence or a person decided")
          Instant at,
      @Schema(description = "State after it") String to,
      @Schema(description = "opened, raised, resolved, ...") String reason,
      @Schema(description = "Why it is over; only with reason resolved") @Nullable String cause,
      @Schema(description = "Severity after it") String severity,
      @Schema(description = "What exactly: the effect, the subject, the count") String detail,
      @Schema(description = "The person; absent when nobody did it") @Nullable String actor) {

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

  static IncidentDetail of(IncidentView view, Kin kin) {
    return new IncidentDetail(
        IncidentSummary.of(new NumberedIncident(view.number(), view.incident())),
        SuspectRelease.of(view.incident().suspect()),
        view.findings().stream().map(FoundTrouble::of).toList(),
        view.transitions().stream().map(Change::of).toList(),
        kin.storm() == null ? null : Message.label(kin.storm()),
        kin.members().stream().map(IncidentSummary::of).toList());
  }
}
