package io.stormdrain.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What would have been, told by the lines that Kafka has kept. */
final class BacktestTest {

  private static final String PATIENT =
      """
      - id: build-failed
        on: [build.failed]
        stage: failure
        key: []
        severity: low
        opens: {count: 2, within: 1h}
        resolves:
          - {on: [build.succeeded], any-process: true}
        title: "The build of {app} failed again"
        tests:
          - {after: [0s 2x1m build.failed], is: open}
          - {after: [0s 2x1m build.failed, 5m build.succeeded], is: resolved}
      """;

  private final Stage stage = Stage.shared();

  @TempDir Path rules = Path.of(".");

  @Test
  void theIncidentsAreThoseThatWereToldWithTheirMessages() {
    stage
        .play(
            "retold",
            """
            0s app[api]: Release v44 created by user dev@example.com
            5s heroku[web.1]: Starting process with command `python shop.py`
            7s app[web.1]: ModuleNotFoundError: No module named 'bs4'
            8s heroku[web.1]: Process exited with status 1
            8s heroku[web.1]: State changed from starting to crashed
            """)
        .toTheEnd();

    Command backtest = retell("--app=retold", "--messages");

    assertThat(backtest.code()).as(backtest.output()).isZero();
    assertThat(backtest.output())
        .contains("retold  web.1 cannot start: module bs4 is missing", "missing-module: not over")
        .contains("Add beautifulsoup4 to requirements.txt", "2 incidents")
        .doesNotContain("SLF4J", "Exception");
  }

  @Test
  void otherRulesAreHeldAgainstThoseInForce() throws IOException {
    stage.play("retold-build", "0s app[api]: Build failed -- check your build output").toTheEnd();
    Files.writeString(rules.resolve("patient.yaml"), PATIENT);

    Command backtest = retell("--app=retold-build", "--against=" + rules);

    assertThat(backtest.output())
        .contains(
            "With the other rules:",
            "- ",
            "high      retold-build  The build of retold-build failed");
  }

  private Command retell(String... options) {
    List<String> words = new ArrayList<>(List.of("rules", "backtest", "--from=-1h"));
    words.add("--kafka=" + stage.bootstrapServers());
    words.addAll(List.of(options));
    return Command.run(words.toArray(String[]::new));
  }

  @Test
  void aKafkaThatDoesNotAnswerIsNamed() throws IOException {
    Path settings = rules.resolve("kafka.properties");
    Files.writeString(settings, "default.api.timeout.ms=1000\nrequest.timeout.ms=500\n");

    Command backtest =
        Command.run("rules", "backtest", "--kafka=127.0.0.1:1", "--kafka-settings=" + settings);

    assertThat(backtest.code()).isEqualTo(1);
    assertThat(backtest.output()).startsWith("stormdrain: Kafka cannot be read: ");
  }

  @Test
  void aTimeThatCannotBeReadIsNamedWithWhatWasExpected() {
    Command backtest = Command.run("rules", "backtest", "--from=yesterday", "--kafka=127.0.0.1:1");

    assertThat(backtest.output())
        .isEqualTo(
            "stormdrain: --from: expected 90m, 12h, 7d or a time like 2026-11-20T06:00:00Z,"
                + " got 'yesterday'\n");
  }
}
