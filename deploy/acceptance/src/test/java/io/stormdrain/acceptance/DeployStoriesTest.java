package io.stormdrain.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How deployments went: what is said of each, and of several that fail. */
final class DeployStoriesTest {

  private static final List<String> CAUSES =
      List.of(
          "ModuleNotFoundError: No module named 'psutil'",
          "SyntaxError: invalid syntax (cart.py, line 12)",
          "ImportError: cannot import name 'Mapped' from 'sqlalchemy.orm'",
          "KeyError: 'DATABASE_URL'");

  private final Stage stage = Stage.shared();

  @Test
  void aDeploymentThatAnswersAfterHalfAMinuteGetsAGreenVerdictOnceAndOneMoreWord() {
    Play play =
        stage.play(
            "m29-green",
            """
            0s app[api]: Deploy 8c456a46 by user dev@example.com
            0s app[api]: Release v44 created by user dev@example.com
            5s heroku[web.1]: Starting process with command `gunicorn shop.wsgi`
            12s heroku[web.1]: State changed from starting to up
            %s
            10m30s heroku[scheduler.1]: Starting process with command `python manage.py clearsessions`

            61m heroku[scheduler.2]: Starting process with command `python manage.py clearsessions`
            """
                .formatted(answered(27, 200)));
    play.step();
    stage.settle();
    assertThat(play.webhook()).isEmpty();
    Await.until(
        "the first answer",
        Duration.ofSeconds(20),
        () -> stage.notifier.get("/api/v1/apps/m29-green/releases").contains("servedAt"),
        () -> stage.notifier.log());
    play.step()
        .expectMessages(1)
        .says(
            "v44 of m29-green is healthy after 10 min",
            "up after 12 s",
            "first request answered within");
    play.toTheEnd().expectMessages(2).says("v44 of m29-green is healthy after 1 h");
    assertThat(play.live()).contains("healthy after 1 h");
    assertThat(play.told("open")).isEmpty();
    play.againWithoutEffect();
  }

  @Test
  void aDeploymentThatNeverAnswersGetsARedVerdictThatNamesItsFirstError() {
    Play play =
        stage.play(
            "m29-red",
            """
            0s app[api]: Release v43 created by user dev@example.com
            4s heroku[web.1]: State changed from starting to up

            3600s app[api]: Release v44 created by user dev@example.com
            3605s heroku[web.1]: Starting process with command `gunicorn shop.wsgi`
            3607s app[web.1]: ModuleNotFoundError: No module named 'bs4'
            3608s heroku[web.1]: Process exited with status 1
            3608s heroku[web.1]: State changed from starting to crashed

            4210s heroku[web.1]: State changed from crashed to starting
            """);
    play.step();
    play.step();
    // The verdict on v43 is by then an hour old, and said; the trouble under v44 is told at once.
    stage.settle();
    int before = play.webhook().size();
    assertThat(play.webhook())
        .anyMatch(post -> post.text().contains("Critical: ") && post.text().contains("bs4"));
    play.toTheEnd().expectMessages(before + 1);
    play.says(
        "v44 of m29-red is in trouble after 10 min", "bs4", "heroku rollback v43 --app m29-red");
    assertThat(play.told("open")).hasSize(1);
    play.againWithoutEffect();
  }

  @Test
  void deploymentsThatFailEachForAnotherReasonNameAllOfThem() {
    StringBuilder script = new StringBuilder("0s app[web.1]: ready\n");
    for (int deploy = 0; deploy < 6; deploy++) {
      script.append(
          "%n%dm app[web.1]: %s%n"
              .formatted(12 * (deploy + 1), CAUSES.get(deploy % CAUSES.size())));
    }
    Play play = stage.play("m28-mole", script.toString());
    Instant begin = Instant.now().minus(Duration.ofMinutes(72));
    OtherDoor door = new OtherDoor(stage, "m28-mole");
    play.step();
    door.takes("/hooks/railway", railway("Deployment.deployed", "good1", begin));
    stage.settle();
    for (int deploy = 0; deploy < 6; deploy++) {
      play.step();
      stage.settle();
      Instant end = begin.plus(Duration.ofMinutes(12L * (deploy + 1))).plusSeconds(20);
      door.takes("/hooks/railway", railway("Deployment.failed", "bad" + deploy, end));
      stage.settle();
    }
    play.toTheEnd();
    assertThat(play.told("open"))
        .singleElement()
        .satisfies(
            incident -> assertThat(incident.path("severity").asText()).isEqualTo("critical"));
    // The causes and all deployments are one trouble, told once; the other two are verdicts.
    play.expectMessages(3);
    assertThat(play.live())
        .contains("4 different causes in 6 deploys", "last good deploy good1", "start from it")
        .contains("psutil", "cart.py", "Mapped", "DATABASE_URL");
    play.says("good1 of m28-mole is healthy after 1 h")
        .neverSays("good1 of m28-mole is in trouble");
  }

  @Test
  void deploymentsOfWhichOnlyAWebhookTellsAreAnIncidentEach() {
    Play play = stage.play("m28-hooks", "0s heroku[web.1]: State changed from starting to up");
    OtherDoor door = new OtherDoor(stage, "m28-hooks");
    Instant begin = Instant.now().minus(Duration.ofMinutes(60));
    for (int deploy = 0; deploy < 3; deploy++) {
      Instant end = begin.plus(Duration.ofMinutes(20L * deploy));
      door.takes("/hooks/railway", railway("Deployment.failed", "bad" + deploy, end));
      stage.settle();
    }
    play.expectMessages(5);
    assertThat(play.told("open")).hasSize(1);
    assertThat(play.told("resolved")).hasSize(2);
    assertThat(play.webhook()).anyMatch(post -> post.text().contains("3 deploys in a row"));
  }

  /** A request after so many seconds, as the router tells of it. */
  private static String answered(int second, int status) {
    return "%ds heroku[router]: at=info method=GET path=\"/health\" host=x fwd=\"203.0.113.9\" dyno=web.1 connect=0ms service=4ms status=%d bytes=12 protocol=https%n"
        .formatted(second, status);
  }

  private static String railway(String type, String commit, Instant time) {
    return """
    {"type":"%s","details":{"branch":"main","commitHash":"%s"},"resource":{"project":{"name":"acme"},\
    "environment":{"name":"production"},"deployment":{"id":"%s-8107edff"}},\
    "severity":"WARNING","timestamp":"%s"}\
    """
        .formatted(type, commit, commit, time);
  }
}
