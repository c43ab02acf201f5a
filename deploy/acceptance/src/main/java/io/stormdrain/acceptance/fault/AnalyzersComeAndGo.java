package io.stormdrain.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.acceptance.Play;
import io.stormdrain.acceptance.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Two more analyzers come, and go again, while a loop of crashes is under way. */
final class AnalyzersComeAndGo implements Fault {

  private static final Duration ALERT = Duration.ofSeconds(10);

  @Override
  public String id() {
    return "F27";
  }

  @Override
  public String done() {
    return "two more analyzers are added and taken away (1 round; in full 6) in the middle of crash loops";
  }

  @Override
  public String checked() {
    return "oracle; each loop told of once, within 10 s of its second crash";
  }

  @Override
  public void happen(Ground ground, Figures figures) {
    Oracle oracle = new Oracle(ground, id());
    List<Play> plays = new ArrayList<>();
    Duration slowest = Duration.ZERO;
    try (Crowd crowd = ground.crowd(id())) {
      for (int round = 0; round < ground.scale().times(1, 6); round++) {
        List<Service> more =
            List.of(ground.another("analyzer", "-b"), ground.another("analyzer", "-c"));
        for (Service analyzer : more) {
          Play play = begin(ground, plays);
          Ground.revive(analyzer);
          slowest = longer(slowest, loops(play));
        }
        for (Service analyzer : more) {
          Play play = begin(ground, plays);
          analyzer.stop();
          slowest = longer(slowest, loops(play));
        }
      }
      for (Play play : plays) {
        play.toTheEnd();
        assertThat(play.webhook()).as("messages about a loop").hasSize(2);
      }
      figures.add("loops", plays.size());
      figures.add("slowest alert", slowest, ALERT);
      oracle.holds(crowd, figures);
    }
  }

  private Play begin(Ground ground, List<Play> plays) {
    Play play = ground.stage().play("f27-loop-" + plays.size(), AnalyzerKilled.LOOP);
    plays.add(play);
    return play.step();
  }

  private static Duration loops(Play play) {
    Instant second = Instant.now();
    play.step();
    Ground.until("the alert", () -> !play.webhook().isEmpty());
    return Duration.between(second, Instant.now());
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
