package io.stormdrain.notifier.digest;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.notifier.incident.App;
import io.stormdrain.notifier.incident.Incident;
import io.stormdrain.notifier.incident.IncidentState;
import io.stormdrain.notifier.incident.Past;
import io.stormdrain.notifier.message.Message;
import io.stormdrain.notifier.message.PlainText;
import io.stormdrain.notifier.process.Release;
import io.stormdrain.notifier.slack.SlackMessage;
import io.stormdrain.notifier.store.AppDay;
import io.stormdrain.notifier.store.NumberedIncident;
import io.stormdrain.notifier.threshold.AlertRules;
import io.stormdrain.notifier.threshold.Severity;
import io.stormdrain.notifier.threshold.ShippedRules;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a team is told of a day. */
final class DigestTest {

  private static final Instant FROM = Instant.parse("2026-03-09T09:00:00Z");
  private static final Instant UNTIL = FROM.plus(Duration.ofDays(1));

  /** What the people of a log of 24 hours looked for by hand, and did not find. */
  private static final List<String> LOOKED_FOR =
      List.of(
          "rate-limited",
          "db-connection-failed",
          "redis-connection-failed",
          "auth-failed-upstream",
          "memory-quota",
          "memory-exceeded",
          "webhook-failed");

  private final AlertRules rules = ShippedRules.rules();
  private final List<NumberedIncident> incidents = new ArrayList<>();
  private final Map<Long, Set<String>> found = new HashMap<>();

  @Test
  void incidentsAreCountedInTheSeverityLineAndListedTheWorstFirst() {
    trouble(1, "app-error", Severity.MEDIUM, Set.of("unhandled-exception"));
    trouble(2, "smtp-failed", Severity.LOW, Set.of("smtp-failed"));
    trouble(3, "missing-module", Severity.CRITICAL, Set.of("missing-module", "crash-loop"));
    trouble(4, "db-constraint-violation", Severity.HIGH, Set.of("db-constraint-violation"));
    trouble(5, "app-error", Severity.MEDIUM, Set.of("unhandled-exception"));
    trouble(6, "deploy-succeeded", Severity.INFO, Set.of("deploy-succeeded"));

    Digest digest = digest(day("shop", 9_000));

    assertThat(digest.severityLine()).isEqualTo("1 critical, 1 high, 2 medium, 1 low");
    assertThat(digest.incidents())
        .extracting(line -> line.substring(0, line.indexOf(',')))
        .containsExactly(
            "INC-3 critical", "INC-4 high", "INC-1 medium", "INC-5 medium", "INC-2 low");
  }

  @Test
  void ofADayWithoutTroubleEveryClassIsNamedWithZero() {
    Digest digest = digest(day("shop", 9_000));

    assertThat(digest.severityLine()).isEqualTo("0 critical, 0 high, 0 medium, 0 low");
    assertThat(digest.absent())
        .containsAll(labels(LOOKED_FOR))
        .hasSameSizeAs(digest.seen().keySet());
    String text = PlainText.of(message(digest));
    labels(LOOKED_FOR).forEach(label -> assertThat(text).contains(label + " 0"));
  }

  @Test
  void whatWasPartOfAnIncidentIsNotAbsentThoughItWasNotNamedAfterIt() {
    trouble(3, "missing-module", Severity.CRITICAL, Set.of("missing-module", "crash-loop"));

    Digest digest = digest(day("shop", 9_000));

    assertThat(digest.seen()).containsEntry(label("crash-loop"), 1L);
    assertThat(digest.absent()).doesNotContain(label("crash-loop"), label("missing-module"));
  }

  @Test
  void whatWasSeenTooSeldomToBeToldIsNeitherAbsentNorAnIncident() {
    AppDay day =
        new AppDay(
            "shop", null, 9_000, List.of(), List.of(), Map.of(), Set.of("db-connection-failed"));
    Digest digest = digest(day);

    assertThat(digest.hints()).containsExactly("db-connection-failed");
    assertThat(digest.absent()).doesNotContain("db-connection-failed");
    assertThat(digest.incidents()).isEmpty();
  }

  @Test
  void anAppThatSaysNothingIsSilentAndNotHealthy() {
    Digest digest = digest(day("shop", 9_000), day("quiet-app", 0));

    assertThat(digest.silent()).containsExactly("quiet-app");
    assertThat(digest.heard()).containsExactly("shop");
    assertThat(PlainText.of(message(digest))).contains("Silent: not a line came", "quiet-app");
  }

  @Test
  void whereNobodySpokeNothingIsCalledAbsent() {
    Digest digest = digest(day("quiet-app", 0));

    assertThat(digest.absent()).isEmpty();
    assertThat(PlainText.of(message(digest))).doesNotContain("Checked and absent");
  }

  @Test
  void releasesComeWithWhatWasSaidOfThemLast() {
    incidents.add(
        new NumberedIncident(
            9,
            incident("release-verdict", "v44", Severity.INFO, "v44 of shop is healthy after 1 h")));
    AppDay day =
        new AppDay(
            "shop",
            "production",
            9_000,
            incidents,
            List.of(release("v44"), release("v45")),
            found,
            Set.of());

    assertThat(digest(day).releases())
        .containsExactly(
            "shop (production): v44 of shop is healthy after 1 h",
            "shop (production): v45, no verdict yet");
  }

  @Test
  void everyFormOfItSaysTheSame() {
    trouble(4, "db-constraint-violation", Severity.HIGH, Set.of("db-constraint-violation"));
    Message message = message(digest(day("shop", 9_000), day("quiet-app", 0)));

    assertThat(message.headline()).isEqualTo("Digest: 0 critical, 1 high, 0 medium, 0 low");
    assertThat(message.label()).isEqualTo("digest");
    String slack = SlackMessage.of(message).blocks().toString();
    for (String form : List.of(slack, PlainText.of(message))) {
      assertThat(form)
          .contains("0 critical, 1 high", "INC-4 high", "quiet-app", "missing-module 0");
    }
  }

  @Test
  void theSameDigestIsTheSameMessage() {
    LocalDate day = LocalDate.parse("2026-03-10");
    assertThat(DigestMessage.id("team payments", day))
        .isEqualTo(DigestMessage.id("team payments", day))
        .isNotEqualTo(DigestMessage.id("team payments", day.plusDays(1)))
        .isNotEqualTo(DigestMessage.id("all apps", day));
  }

  private List<String> labels(List<String> ids) {
    return ids.stream().map(this::label).distinct().toList();
  }

  private String label(String id) {
    return Objects.requireNonNull(rules.find(id), id).label();
  }

  private static Release release(String version) {
    return new Release(version, FROM.plusSeconds(60), null, null, null, null, 0, null);
  }

  private void trouble(long number, String type, Severity severity, Set<String> rulesFound) {
    incidents.add(new NumberedIncident(number, incident(type, "", severity, type + " of shop")));
    found.put(number, rulesFound);
  }

  private static Incident incident(String type, String key, Severity severity, String title) {
    return new Incident(
        new UUID(1, type.hashCode()),
        new App("shop", "shop", "heroku", null),
        new Incident.Trouble(type, key, title, null, severity),
        new Incident.Standing(IncidentState.OPEN, 1, FROM, null, null, null),
        FROM.plusSeconds(10),
        null,
        null,
        Past.NONE);
  }

  private AppDay day(String app, long lines) {
    return new AppDay(
        app,
        null,
        lines,
        lines == 0 ? List.of() : incidents,
        List.of(),
        lines == 0 ? Map.of() : found,
        Set.of());
  }

  private Digest digest(AppDay... days) {
    return Digest.of("all apps", FROM, UNTIL, List.of(days), rules);
  }

  private static Message message(Digest digest) {
    return DigestMessage.of(digest, LocalDate.parse("2026-03-10"), List.of(), false);
  }
}
