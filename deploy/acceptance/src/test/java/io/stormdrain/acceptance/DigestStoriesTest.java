package io.stormdrain.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is said of a day, and of each start of a process. */
final class DigestStoriesTest {

  /** What people once looked for by hand in a log of 24 hours, and did not find. */
  private static final List<String> LOOKED_FOR =
      List.of(
          "rate-limited",
          "db-connection-failed",
          "redis-connection-failed",
          "auth-failed-upstream",
          "memory-quota",
          "memory-exceeded",
          "webhook-failed");

  /** It looks for digests every 5 s. */
  private static final Duration LOOK = Duration.ofMinutes(1);

  private final Stage stage = Stage.shared();

  @Test
  void aDayWithoutTroubleNamesEveryClassThatWasLookedForWithZero() throws Exception {
    String hours =
        IntStream.range(0, 23)
            .mapToObj(hour ->
                """
                %1$dh1m app[web.1]: INFO:     100.64.0.5:41 - "GET /health HTTP/1.1" 200 OK
                %1$dh2m app[worker.1]: Retrieved 14 enhanced providers from cache
                %1$dh3m app[web.1]: google provider has no API key configured, 0 results
                """
                    .formatted(hour))
            .collect(Collectors.joining());
    Play play = stage.play("m30-day", hours);
    play.toTheEnd();
    JsonNode digest = heard("m30-day");

    assertThat(digest.path("severities").toString())
        .isEqualTo("{\"critical\":0,\"high\":0,\"medium\":0,\"low\":0}");
    for (String name : LOOKED_FOR) {
      assertThat(digest.path("classes").path(name).asLong(-1)).as(name).isZero();
    }
    assertThat(digest.path("text").asText())
        .contains("Digest: 0 critical, 0 high, 0 medium, 0 low", "Checked and absent:")
        .contains(LOOKED_FOR.stream().map(name -> name + " 0").toList());
    assertThat(digest.path("silent")).isEmpty();
    play.expectMessages(0);
  }

  @Test
  void aDayWithTroubleCountsItAndDoesNotCallItAbsent() throws Exception {
    Play play =
        stage.play(
            "m30-trouble",
            """
            0s heroku[web.1]: Starting process with command `bash start.sh`
            3s app[web.1]: Missing module: ftfy
            3s app[web.1]: Installing ftfy...
            9s app[web.1]: All dependencies satisfied
            12s heroku[web.1]: State changed from starting to up
            20s app[web.1]: Traceback (most recent call last):
            20s app[web.1]:   File "/app/api/signals.py", line 19, in create_profile
            20s app[web.1]: django.db.utils.IntegrityError: UNIQUE constraint failed: api_profile.user_id
            """);
    play.toTheEnd().expectMessages(1);
    JsonNode digest = heard("m30-trouble");

    assertThat(digest.path("text").asText())
        .contains("Digest: 0 critical, 1 high, 0 medium, 0 low");
    assertThat(digest.path("classes").path("db-constraint-violation").asLong()).isEqualTo(1);
    assertThat(digest.path("incidents")).hasSize(1);

    JsonNode boot = read("/api/v1/apps/m30-trouble/boots").path("boots").path(0);
    assertThat(boot.path("process").asText()).isEqualTo("web.1");
    assertThat(boot.path("attempts").asInt()).isEqualTo(1);
    assertThat(boot.path("installs").asInt()).isEqualTo(1);
    assertThat(boot.path("dependencies").asText()).isEqualTo("satisfied");
    assertThat(boot.path("upAfter").asDouble()).isEqualTo(12);
  }

  @Test
  void aTeamIsToldOfItsDayOnceThoughOneOfTwoWhoTellIsKilled() throws Exception {
    stage
        .play(
            "m30-told",
            "0s app[web.1]: django.db.utils.IntegrityError: UNIQUE constraint failed: api_profile.user_id")
        .toTheEnd();
    heard("m30-told");
    Instant at = Instant.now().plus(Duration.ofMinutes(1)).truncatedTo(ChronoUnit.MINUTES);
    Service one = teller("-digest-1", at);
    Service other = teller("-digest-2", at);
    Service last = teller("-digest-3", at);
    try {
      one.start();
      other.start();
      Await.until("digest", Duration.ofMinutes(3), () -> !digests().isEmpty(), one::log);
      one.kill();
      other.stop();
      last.start();
      last.awaitReady();
      Await.until("a look", LOOK, () -> last.metric("process_uptime_seconds") > 15, last::log);
      stage.settle();

      assertThat(digests()).hasSize(1);
      assertThat(digests().getFirst())
          .contains("1 high", "db-constraint-violation", "Checked and absent:", "night-shift");
    } finally {
      List.of(one, other, last).forEach(Service::kill);
    }
  }

  private Service teller(String suffix, Instant at) throws IOException {
    Path routing = Path.of("target", "stage", "digest-routing.yaml").toAbsolutePath();
    Files.writeString(routing, routing(at.toString().substring(11, 16)));
    return stage.another("notifier", suffix, Map.of("STORMDRAIN_ROUTING_FILE", routing.toString()));
  }

  /** What the leads were told of the team. */
  private List<String> digests() {
    return Arrays.stream(stage.mail.getReceivedMessagesForDomain("leads@example.com"))
        .map(Mails::text)
        .filter(text -> text.contains("night-shift"))
        .toList();
  }

  /** What was counted is told within seconds. */
  private JsonNode heard(String app) throws IOException {
    Await.until(
        app + " is heard",
        Duration.ofSeconds(30),
        () -> stage.notifier.get("/api/v1/digest?app=" + app).contains("\"heard\":[\"" + app),
        () -> stage.notifier.log());
    return read("/api/v1/digest?app=" + app);
  }

  private JsonNode read(String path) throws IOException {
    return new ObjectMapper().readTree(stage.notifier.get(path));
  }

  /** Where a team is told of its day, and of nothing else. */
  private static String routing(String at) {
    return """
    teams:
      night-shift: [m30-told]
    receivers:
      - {id: leads, email: {to: [leads@example.com]}}
    route: {receivers: [slack, slack-webhook, email]}
    digest: {at: "%s", receivers: [leads]}
    """
        .formatted(at);
  }
}
