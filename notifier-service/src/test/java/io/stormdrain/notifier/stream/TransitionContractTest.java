package io.stormdrain.notifier.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.notifier.incident.App;
import io.stormdrain.notifier.incident.Incident;
import io.stormdrain.notifier.incident.IncidentState;
import io.stormdrain.notifier.incident.Past;
import io.stormdrain.notifier.incident.Reason;
import io.stormdrain.notifier.incident.ResolveCause;
import io.stormdrain.notifier.incident.Suspect;
import io.stormdrain.notifier.incident.Transition;
import io.stormdrain.notifier.store.TransitionFeed;
import io.stormdrain.notifier.threshold.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The samples in {@code contract/} are what this service writes, byte for byte. */
final class TransitionContractTest {

  private static final Path CONTRACT =
      Path.of(System.getProperty("stormdrain.root"), "notifier-service", "contract");
  private static final UUID ID = UUID.fromString("40dff1b7-987d-3df3-a525-9fef3701ab2e");
  private static final Instant AT = Instant.parse("2026-03-01T10:00:04.250Z");

  @Test
  void theFirstChangeWithASuspectRelease() throws IOException {
    Suspect suspect =
        new Suspect("v41", AT.minusSeconds(60), "Deploy 1a2b3c4d", Suspect.Grade.STRONG);
    holds(
        "transition-opened.json",
        incident(IncidentState.OPEN, null, null, suspect),
        new Transition(
            ID,
            1,
            AT,
            null,
            IncidentState.OPEN,
            Reason.OPENED,
            null,
            Severity.CRITICAL,
            "web.1 cannot start: module bs4 is missing",
            null));
  }

  @Test
  void theEndOfOneThatSomebodyLookedAfter() throws IOException {
    holds(
        "transition-resolved.json",
        incident(IncidentState.RESOLVED, AT.plusSeconds(600), "kim", null),
        new Transition(
            ID,
            4,
            AT.plusSeconds(600),
            IncidentState.RECOVERING,
            IncidentState.RESOLVED,
            Reason.RESOLVED,
            ResolveCause.RECOVERED,
            Severity.CRITICAL,
            "",
            null));
  }

  private static Incident incident(
      IncidentState state,
      @Nullable Instant resolvedAt,
      @Nullable String acknowledgedBy,
      @Nullable Suspect suspect) {
    return new Incident(
        ID,
        new App("shop-production", "shop", "heroku", "production"),
        new Incident.Trouble(
            "missing-module",
            "web",
            "web.1 cannot start: module bs4 is missing",
            "web.1",
            Severity.CRITICAL),
        new Incident.Standing(
            state,
            4,
            resolvedAt == null ? AT : resolvedAt,
            resolvedAt,
            resolvedAt == null ? null : ResolveCause.RECOVERED,
            acknowledgedBy),
        AT,
        suspect,
        null,
        Past.NONE);
  }

  private static void holds(String sample, Incident incident, Transition transition)
      throws IOException {
    byte[] written = TransitionJson.write(new TransitionFeed.Entry(1, 7, transition, incident));
    assertThat(new String(written, UTF_8))
        .isEqualToIgnoringNewLines(Files.readString(CONTRACT.resolve(sample)).strip());
  }
}
