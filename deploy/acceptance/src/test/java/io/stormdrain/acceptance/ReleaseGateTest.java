package io.stormdrain.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The gate behind a deployment says no to a release that crashes, and yes to one that is well. */
final class ReleaseGateTest {

  private final Stage stage = Stage.shared();

  @Test
  void aReleaseThatCrashesDoesNotPassAndTheFixIsNamed() {
    stage
        .play(
            "gate-red",
            """
            0s app[api]: Release v44 created by user dev@example.com
            5s heroku[web.1]: Starting process with command `python shop.py`
            7s app[web.1]: ModuleNotFoundError: No module named 'bs4'
            8s heroku[web.1]: Process exited with status 1
            8s heroku[web.1]: State changed from starting to crashed
            """)
        .toTheEnd();
    Command ended = gate("v44", "gate-red");
    assertThat(ended.output())
        .contains("v44: troubled", "module bs4 is missing", "beautifulsoup4", "died 1 time");
    assertThat(ended.code()).isEqualTo(1);
  }

  @Test
  void aReleaseThatIsUpAndWellPasses() {
    stage
        .play(
            "gate-green",
            """
            0s app[api]: Release v45 created by user dev@example.com
            5s heroku[web.1]: Starting process with command `python shop.py`
            27s heroku[web.1]: State changed from starting to up
            2m app[web.1]: ready
            """)
        .toTheEnd();
    Command ended = gate("v45", "gate-green");
    assertThat(ended.output()).contains("v45: healthy, up after 27 s");
    assertThat(ended.code()).isZero();
  }

  @Test
  void aReleaseThatNeverComesIsNotJudged() {
    Command ended = gate("v99", "gate-green");
    assertThat(ended.output()).contains("v99: not seen yet", "not judged within 1s");
    assertThat(ended.code()).isEqualTo(3);
  }

  private Command gate(String version, String app) {
    return Command.run(
        "wait-for-release",
        version,
        "--app",
        app,
        "--healthy",
        "1m",
        "--timeout",
        "1s",
        "--url",
        stage.notifier.address());
  }
}
