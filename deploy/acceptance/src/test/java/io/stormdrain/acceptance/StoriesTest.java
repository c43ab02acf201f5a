package io.stormdrain.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What people are told, from the bytes of a drain to the messages: the expected ones, and not one
 * more. Every story is sent twice.
 */
final class StoriesTest {

  private final Stage stage = Stage.shared();

  @Test
  void sixMissingModulesOverSixBootsAreOneIncident() {
    String boots =
        IntStream.range(0, 6)
            .mapToObj(i ->
                """
                %1$dm heroku[web.1]: State changed from crashed to starting
                %1$dm2s heroku[web.1]: Starting process with command `uvicorn shop.main:app`
                %1$dm5s app[web.1]: Traceback (most recent call last):
                %1$dm5s app[web.1]:   File "/app/shop/main.py", line %1$d, in <module>
                %1$dm5s app[web.1]: ModuleNotFoundError: No module named '%2$s'
                %1$dm6s heroku[web.1]: Process exited with status 1
                %1$dm6s heroku[web.1]: State changed from starting to crashed
                """
                    .formatted(
                        i + 1,
                        List.of(
                                "typer",
                                "sqlalchemy",
                                "bs4",
                                "jwt",
                                "langchain_text_splitters",
                                "ftfy")
                            .get(i)))
            .collect(Collectors.joining("\n"));
    Play play =
        stage.play(
            "m03-modules", "0s app[api]: Release v41 created by user dev@example.com\n" + boots);
    play.step();
    play.expectMessages(1).says("critical", "typer", "v41", "requirements.txt");
    play.toTheEnd().expectMessages(1);
    JsonNode incident = play.told("open").getFirst();
    assertThat(incident.path("type").asText()).isEqualTo("missing-module");
    assertThat(play.live())
        .contains(
            "typer", "sqlalchemy", "beautifulsoup4", "PyJWT", "langchain-text-splitters", "ftfy");
    play.againWithoutEffect();
  }

  @Test
  void aStormOfInstallsIsToldAtTenAtTwentyAndWhenItIsOver() {
    Play play = stage.play("m05-storm", storm(10, 20, 29) + "\n" + laterBoot());
    play.step().expectMessages(1).says("low", "module9");
    play.step().expectMessages(2).says("medium");
    play.step().expectMessages(3).says("resolved", "module28", "module0");
    play.toTheEnd().expectMessages(3).neverSays("high");
    assertThat(play.told("resolved")).hasSize(1);
    play.againWithoutEffect();
  }

  @Test
  void aCheckerThatGivesUpIsCritical() {
    String script =
        storm(20)
            + """

            2m app[web.1]: Giving up after 20 attempts, still missing: ftfy
            2m1s app[web.1]: WARNING: Some dependencies may be missing, but continuing...
            """;
    Play play = stage.play("m06-gives-up", script);
    play.toTheEnd();
    assertThat(play.told("resolved")).isEmpty();
    JsonNode incident = play.told("open").getFirst();
    assertThat(incident.path("severity").asText().toLowerCase(Locale.ROOT)).isEqualTo("critical");
    assertThat(play.told("open")).hasSize(1);
    play.says("critical", "ftfy");
    play.againWithoutEffect();
  }

  @Test
  void memoryOverItsQuotaIsMediumThenHighThenCritical() {
    String minutes =
        IntStream.rangeClosed(1, 18)
            .mapToObj(i ->
                """
                %1$ds heroku[web.1]: Process running mem=%2$dM(%3$d.0%%)
                %1$ds heroku[web.1]: Error R14 (Memory quota exceeded)
                """
                    .formatted(i * 21, 530 + i * 10, 103 + i * 2))
            .collect(Collectors.joining());
    Play play =
        stage.play(
            "m10-memory",
            """
            0s heroku[web.1]: Process running mem=526M(102.8%%)
            0s heroku[web.1]: Error R14 (Memory quota exceeded)

            %s
            400s heroku[web.1]: Process running mem=1075M(210.0%%)
            400s heroku[web.1]: Error R15 (Memory quota vastly exceeded)
            401s heroku[web.1]: Stopping process with SIGKILL
            402s heroku[web.1]: Process exited with status 137
            402s heroku[web.1]: State changed from up to crashed
            """
                .formatted(minutes));
    play.step().expectMessages(1).says("medium", "526M");
    play.step().expectMessages(2).says("high");
    play.toTheEnd().expectMessages(3).says("critical", "R15");
    assertThat(play.told("open")).hasSize(1);
    play.againWithoutEffect();
  }

  @Test
  void aBootTimeoutAndItsBurstOfRouterErrorsAreOneIncident() {
    String burst =
        IntStream.range(0, 500)
            .mapToObj(i ->
                "75.%03ds heroku[router]: at=error code=H20 desc=\"App boot timeout\" method=GET path=\"/p%d\" host=x fwd=\"203.0.113.9\" dyno= connect= service= status=503 bytes= protocol=https%n"
                    .formatted(i, i))
            .collect(Collectors.joining());
    Play play =
        stage.play(
            "m11-boot",
            storm(12)
                + """

                61s heroku[web.1]: Error R10 (Boot timeout) -> Web process failed to bind to $PORT within 60 seconds of launch
                61s heroku[web.1]: Stopping process with SIGKILL
                62s heroku[web.1]: Process exited with status 137
                62s heroku[web.1]: State changed from starting to crashed

                """
                + burst);
    play.toTheEnd();
    assertThat(play.told("open")).hasSize(1);
    assertThat(play.webhook().size()).isLessThanOrEqualTo(2);
    assertThat(play.live()).contains("R10", "install");
    String incident = play.told("open").getFirst().path("id").asText();
    stage.notifier.await("/api/v1/incidents/" + incident, "server-error-rate");
    play.againWithoutEffect();
  }

  @Test
  void mailThatIsRefusedIsLow() {
    String script =
        IntStream.of(61, 111)
            .mapToObj(errno ->
                """
                %1$ds app[web.1]: Traceback (most recent call last):
                %1$ds app[web.1]:   File "/app/accounts/views.py", line 88, in signup
                %1$ds app[web.1]:   File "/app/.heroku/python/lib/python3.11/smtplib.py", line 255, in __init__
                %1$ds app[web.1]: ConnectionRefusedError: [Errno %1$d] Connection refused
                """
                    .formatted(errno))
            .collect(Collectors.joining("\n"));
    Play play = stage.play("m18-mail", script);
    play.toTheEnd().expectMessages(1).says("low", "EMAIL_HOST").neverSays("critical");
    assertThat(play.told("open")).hasSize(1);
    play.againWithoutEffect();
  }

  @Test
  void aVersionThatDoesNotFitNamesBothAndThePin() {
    Play play =
        stage.play(
            "m20-version",
            "0s app[web.1]: ImportError: Pandas requires version '3.1.0' or newer of 'openpyxl' (version '3.0.10' currently installed).");
    play.toTheEnd().expectMessages(1).says("medium", "3.1.0", "3.0.10", "openpyxl>=3.1.0");
    play.againWithoutEffect();
  }

  @Test
  void aMissingLocalPackageIsNeverToBeInstalled() {
    Play play =
        stage.play(
            "m21-local",
            """
            0s heroku[web.1]: Starting process with command `python /app/main.py`
            3s app[web.1]: âŒ Traceback (most recent call last):
            3s app[web.1]:   File "/app/main.py", line 32, in <module>
            3s app[web.1]:     from src.config import Config
            3s app[web.1]: ModuleNotFoundError: No module named 'src'
            4s heroku[web.1]: Process exited with status 1
            4s heroku[web.1]: State changed from starting to crashed
            """);
    play.toTheEnd()
        .expectMessages(1)
        .says("critical", "src", "/app/main.py:32", "PYTHONPATH")
        .neverSays("pip install", "install src");
    play.againWithoutEffect();
  }

  @Test
  void tenThousandHealthyLinesSayNothing() {
    String script =
        IntStream.range(0, 20)
            .mapToObj(step ->
                IntStream.range(0, 500)
                    .mapToObj(i -> Healthy.line(step * 500 + i))
                    .collect(Collectors.joining("\n")))
            .collect(Collectors.joining("\n\n"));
    Play play = stage.play("m31-healthy", script);
    play.toTheEnd().expectMessages(0);
    assertThat(play.told("open")).isEmpty();
    assertThat(play.told("resolved")).isEmpty();
    play.againWithoutEffect();
  }

  /** Installs at boot, up to each of these counts a step; the last one ends with all satisfied. */
  private static String storm(int... upTo) {
    StringBuilder script =
        new StringBuilder("0s heroku[web.1]: Starting process with command `bash start.sh`\n");
    int from = 0;
    for (int to : upTo) {
      for (int i = from; i < to; i++) {
        script.append(
            "%d.%ds app[web.1]: Dependency check attempt %d/60\n".formatted(i + 1, 0, i + 1));
        script.append("%d.%ds app[web.1]: Missing module: module%d\n".formatted(i + 1, 1, i));
        script.append("%d.%ds app[web.1]: Installing module%d...\n".formatted(i + 1, 2, i));
      }
      from = to;
      script.append(
          to == 29
              ? "30s app[web.1]: All dependencies satisfied\n35s heroku[web.1]: State changed from starting to up\n"
              : "\n");
    }
    return script.toString().stripTrailing() + "\n";
  }

  private static String laterBoot() {
    return storm(29).lines().map(line -> "3h" + line).collect(Collectors.joining("\n"));
  }
}
