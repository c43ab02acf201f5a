package io.stormdrain.notifier.api;

import io.stormdrain.notifier.incident.DeployWatch;
import io.stormdrain.notifier.incident.Incident;
import io.stormdrain.notifier.message.Message;
import io.stormdrain.notifier.process.Release;
import io.stormdrain.notifier.store.NumberedIncident;
import io.stormdrain.notifier.store.ReleaseReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A release, and how it went. */
public record ReleaseEntry(
    @Schema(description = "The source that told of it", examples = "shop") String source,
    @Schema(description = "production, staging, ...; left out when it is not configured")
        @Nullable String environment,
    @Schema(description = "The release", examples = "v43") String version,
    @Schema(description = "When it was made") Instant at,
    @Schema(description = "What it brought", examples = "Deploy 8c456a46") @Nullable String what,
    @Schema(
            description =
                "watching, healthy, troubled, unseen (no process came up) or superseded (the next one came too soon)")
        String verdict,
    @Schema(description = "When a process was first up under it") @Nullable Instant upAt,
    @Schema(description = "When a request was first answered well under it, to 10 s")
        @Nullable Instant servedAt,
    @Schema(description = "Deaths of processes under it") int deaths,
    @Schema(description = "Incidents that began under it, the first one first")
        List<Began> incidents) {

  public ReleaseEntry {
    incidents = List.copyOf(incidents);
  }

  /** An incident that began under a release. */
  public record Began(
      @Schema(description = "What people call it by", examples = "INC-17") String label,
      @Schema(description = "What is wrong where") String title,
      @Schema(description = "open, acknowledged, recovering or resolved") String state,
      @Schema(description = "critical, high, medium or low") String severity) {}

  /** The releases of one app, the latest first. */
  public static List<ReleaseEntry> of(ReleaseReader.Known known, Instant now, Duration healthyFor) {
    List<Release> releases = known.releases();
    List<ReleaseEntry> entries = new ArrayList<>();
    for (int i = releases.size() - 1; i >= 0; i--) {
      Instant next = i + 1 < releases.size() ? releases.get(i + 1).at() : null;
      entries.add(entry(known, releases.get(i), next, now, healthyFor));
    }
    return entries;
  }

  private static ReleaseEntry entry(
      ReleaseReader.Known known,
      Release release,
      @Nullable Instant next,
      Instant now,
      Duration healthyFor) {
    List<Incident> its = DeployWatch.troubles(release, next, known.plain());
    return new ReleaseEntry(
        known.source(),
        known.environment(),
        release.version(),
        release.at(),
        release.what(),
        Words.of(DeployWatch.of(release, next, known.plain(), now, healthyFor)),
        release.upAt(),
        release.servedAt(),
        release.deaths(),
        known.incidents().stream()
            .filter(numbered -> its.contains(numbered.incident()))
            .map(ReleaseEntry::began)
            .toList());
  }

  private static Began began(NumberedIncident numbered) {
    Incident incident = numbered.incident();
    return new Began(
        Message.label(numbered.number()),
        incident.title(),
        Words.of(incident.state()),
        Words.of(incident.severity()));
  }
}
