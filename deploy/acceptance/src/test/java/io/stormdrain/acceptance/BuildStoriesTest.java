package io.stormdrain.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What goes wrong before an app runs: its build, its image, its first health check. */
final class BuildStoriesTest {

  private static final String HEALTHY = "0s heroku[web.1]: State changed from starting to up";

  private final Stage stage = Stage.shared();

  @Test
  void aBuildThatRunsOutOfItsHeapIsNoCrashLoop() {
    Play play = stage.play("m01-heap", HEALTHY);
    new OtherDoor(stage, "m01-heap")
        .takes(
            "/ci/m01-heap?job=build&step=npm+run+build&code=134",
            """
            > shop@1.4.0 build
            > vite build
            transforming (2211) node_modules/monaco-editor/esm/vs/editor/editor.all.js
            <--- Last few GCs --->
            FATAL ERROR: Ineffective mark-compacts near heap limit Allocation failed - JavaScript heap out of memory
            Aborted (core dumped)
            """);
    play.expectMessages(1)
        .says("high", "m01-heap", "ran out of its heap", "max-old-space-size")
        .neverSays("rash loop");
    assertThat(play.told("open")).hasSize(1);
  }

  @Test
  void aSlugThatIsTooLargeIsOneIncidentWithBothNumbers() {
    Play play = stage.play("m02-slug", HEALTHY);
    new OtherDoor(stage, "m02-slug")
        .takes(
            "/ci/m02-slug?job=push&code=1",
            """
            remote: -----> Compressing...
            remote:  !     Compiled slug size: 1.2G is too large (max is 500M).
            remote:  !     See: http://devcenter.heroku.com/articles/slug-size
            remote:  !     Push failed
            """);
    play.expectMessages(1).says("high", "1.2G", "500M", "2.4");
    assertThat(play.told("open")).hasSize(1);
  }

  @Test
  void aSlugNearItsLimitIsAWarning() {
    Play play = stage.play("m02-near", HEALTHY);
    OtherDoor door = new OtherDoor(stage, "m02-near");
    door.takes(
        "/ci/m02-near?job=push&code=0",
        "remote:  !     Warning: Your slug size (310 MB) exceeds our soft limit (300 MB) which may affect boot time.\n");
    door.takes(
        "/ci/m02-near?job=push&code=0",
        "remote:  !     Warning: Your slug size (480 MB) exceeds our soft limit (300 MB) which may affect boot time.\n");
    play.expectMessages(1).says("low", "480 MB");
  }

  @Test
  void pushesThatFailAgainAndAgainAreOneIncident() {
    Play play = stage.play("m04-push", HEALTHY);
    OtherDoor door = new OtherDoor(stage, "m04-push");
    for (int push = 1; push <= 3; push++) {
      door.takes(
          "/ci/m04-push?job=push&code=1&run=" + push,
          """
          remote: === Fetching app code.
          remote: =!= Unknown error
          remote:  !     Build failed to complete.
          """);
    }
    play.expectMessages(1).says("high", "build of m04-push failed");
    assertThat(play.told("open")).hasSize(1);
  }

  @Test
  void anInstallThatFailsInAGreenBuildIsAGap() {
    Play play = stage.play("m08-gap", HEALTHY);
    new OtherDoor(stage, "m08-gap")
        .takes(
            "/ci/m08-gap?job=build&code=0",
            """
            -----> Installing requirements with pip
            ERROR: Could not find a version that satisfies the requirement facenet-pytorc (from versions: none)
            ERROR: No matching distribution found for facenet-pytorc
            -----> Discovering process types
            -----> Build succeeded!
            """);
    play.expectMessages(1).says("medium", "facenet-pytorc").neverSays("critical");
  }

  @Test
  void anotherBuilderIsToldBeforeTheCrashThatItBrings() {
    Play play =
        stage.play(
            "m24-builder",
            """
            0s app[build.1]: ==> Using Detected Dockerfile
            60s heroku[web.1]: State changed from starting to up

            3600s app[build.2]: using build driver railpack-v0.15.1
            """);
    play.step();
    stage.settle();
    assertThat(play.webhook()).isEmpty();
    play.toTheEnd().expectMessages(1).says("medium", "Railpack", "a Dockerfile");
    play.againWithoutEffect();
  }

  @Test
  void whoWasAlwaysBuiltByRailpackIsNotTold() {
    Play play =
        stage.play(
            "m24-always",
            """
            0s app[build.1]: using build driver railpack-v0.15.1
            3600s app[build.2]: using build driver railpack-v0.17.0
            """);
    play.toTheEnd().expectMessages(0);
  }

  @Test
  void aFailedHealthCheckJoinsTheCrashThatCausesIt() {
    Play play =
        stage.play(
            "m22-health",
            """
            0s app[web.1]: Traceback (most recent call last):
            0s app[web.1]:   File "/app/main.py", line 32, in <module>
            0s app[web.1]:     from src.config import Config
            0s app[web.1]: ModuleNotFoundError: No module named 'src'

            292s app[web.1]: [91m1/1 replicas never became healthy!
            292s app[web.1]: [91mHealthcheck failed!
            """);
    play.step();
    play.expectMessages(1).says("critical", "src").neverSays("install src");
    play.toTheEnd().expectMessages(1);
    assertThat(play.live()).contains("health check");
    assertThat(play.told("open")).hasSize(1);
    play.againWithoutEffect();
  }

  @Test
  void aPeriodicVoiceThatStopsIsMissedAfterTwoPeriods() {
    StringBuilder script = new StringBuilder();
    for (int i = 0; i < 13; i++) {
      script.append("%ds app[collector.1]: collected 14 samples%n".formatted(i * 120));
    }
    script.append("%ds app[web.1]: GET /status 200%n".formatted(12 * 120 + 235));
    Play play = stage.play("m25-silence", script.toString());
    play.toTheEnd();
    assertThat(play.webhook()).isEmpty();
    // Two periods and what a window of counting blurs are over in a moment; until then it may be on
    // its way.
    Await.until(
        "silence",
        Duration.ofMinutes(1),
        () -> !play.webhook().isEmpty(),
        () -> stage.notifier.log());
    play.expectMessages(1).says("medium", "collector", "has not said a word");
  }

  @Test
  void aModelThatCannotBeFetchedIsTold() {
    Play play =
        stage.play(
            "m12-model",
            """
            0s app[web.1]: OSError: We couldn't connect to 'https://huggingface.co' to load this file, couldn't find it in the cached files.
            """);
    play.toTheEnd().expectMessages(1).says("medium", "download");
    play.againWithoutEffect();
  }
}
