package io.stormdrain.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.acceptance.Play;
import io.stormdrain.acceptance.Service;
import io.stormdrain.acceptance.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Kill -9 of the analyzer between the first and the second crash of a loop. */
final class AnalyzerKilled implements Fault {

  private static final Duration ALERT = Duration.ofSeconds(10);

  /** The first two boots are the loop; a release ends it. */
  static final String LOOP =
      """
      0s heroku[web.1]: Starting process with command `bin/web`
      2s app[web.1]: listening
      4s heroku[web.1]: Process exited with status 1
      4.1s heroku[web.1]: State changed from up to crashed

      20s heroku[web.1]: State changed from crashed to starting
      21s heroku[web.1]: Starting process with command `bin/web`
      24s heroku[web.1]: Process exited with status 1
      24.1s heroku[web.1]: State changed from starting to crashed

      60s app[api]: Release v8 created by user dev@example.com
      61s heroku[web.1]: State changed from crashed to starting
      62s heroku[web.1]: Starting process with command `bin/web`
      65s heroku[web.1]: State changed from starting to up
      30m heroku[web.1]: Cycling
      """;

  @Override
  public String id() {
    return "F02";
  }

  @Override
  public String done() {
    return "kill -9 of the analyzer between the first and the second crash of a loop (1 time; in full 5)";
  }

  @Override
  public String checked() {
    return "the same transitions and messages as without; told within 10 s of the second crash";
  }

  @Override
  public void happen(Ground ground, Figures figures) {
    Stage stage = ground.stage();
    List<String> unharmed = unharmed(stage);
    Service analyzer = stage.analyzer;
    Duration slowest = Duration.ZERO;
    int times = ground.scale().times(1, 5);
    for (int i = 0; i < times; i++) {
      Play play = stage.play("f02-killed-" + i, LOOP);
      play.step();
      analyzer.kill();
      analyzer.start();
      Instant second = Instant.now();
      play.step();
      Ground.until("the alert", () -> !play.webhook().isEmpty());
      Duration took = Duration.between(second, Instant.now());
      slowest = took.compareTo(slowest) > 0 ? took : slowest;
      analyzer.awaitReady();
      assertThat(play.toTheEnd().transitions()).isEqualTo(unharmed);
      play.againWithoutEffect();
    }
    figures.add("transitions", unharmed.size());
    figures.add("alert after the second crash, with the restart in it", slowest, ALERT);
  }

  private static List<String> unharmed(Stage stage) {
    Play play = stage.play("f02-nobody", LOOP);
    play.step().step();
    Ground.until("the alert", () -> !play.webhook().isEmpty());
    List<String> transitions = play.toTheEnd().transitions();
    assertThat(transitions).hasSizeGreaterThanOrEqualTo(2);
    return transitions;
  }
}
