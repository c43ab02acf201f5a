package io.stormdrain.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The gate behind a deployment says no to a release that crashes, and yes to one that is well. */
final class ReleaseGateTest {

  private record Ended(int code, String output) {}

  private final Stage stage = Stage.shared();

  @Test
  void aReleaseThatCrashesDoesNotPassAndTheFixIsNamed() throws Exception {
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
    Ended ended = gate("v44", "gate-red");
    assertThat(ended.output())
        .contains("v44: troubled", "module bs4 is missing", "beautifulsoup4", "died 1 time");
    assertThat(ended.code()).isEqualTo(1);
  }

  @Test
  void aReleaseThatIsUpAndWellPasses() throws Exception {
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
    Ended ended = gate("v45", "gate-green");
    assertThat(ended.output()).contains("v45: healthy, up after 27 s");
    assertThat(ended.code()).isZero();
  }

  @Test
  void aReleaseThatNeverComesIsNotJudged() throws Exception {
    Ended ended = gate("v99", "gate-green");
    assertThat(ended.output()).contains("v99: not seen yet", "not judged within 1s");
    assertThat(ended.code()).isEqualTo(3);
  }

  private Ended gate(String version, String app) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-jar",
                    Path.of(
                            System.getProperty("stormdrain.root"),
                            "deploy/local/target/local-0.1.0.jar")
                        .toString(),
                    "wait-for-release",
                    version,
                    "--app",
                    app,
                    "--healthy",
                    "1m",
                    "--timeout",
                    "1s",
                    "--url",
                    stage.notifier.address()))
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), output);
  }
}
