package io.stormdrain.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.engines.Engines;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Kill -9 of anything in the middle of a crash loop leaves the same incidents, transitions and
 * messages as no kill.
 */
final class KillTest {

  private static final Stage STAGE = Stage.shared();
  private static final int BOOTS = 6;
  private static final List<String> UNHARMED = unharmed();

  /** Who is killed. */
  enum Victim {
    INGEST,
    ANALYZER,
    NOTIFIER,
    BROKER,
    DATABASE;

    void kill() {
      switch (this) {
        case INGEST -> STAGE.ingest.kill();
        case ANALYZER -> STAGE.analyzer.kill();
        case NOTIFIER -> STAGE.notifier.kill();
        case BROKER -> Engines.killKafka();
        case DATABASE -> Engines.killPostgres();
      }
    }

    void restart() {
      switch (this) {
        case INGEST -> STAGE.ingest.start();
        case ANALYZER -> STAGE.analyzer.start();
        case NOTIFIER -> STAGE.notifier.start();
        case BROKER -> Engines.restartKafka();
        case DATABASE -> Engines.restartPostgres();
      }
      STAGE.awaitReady();
    }
  }

  @ParameterizedTest
  @EnumSource(Victim.class)
  void killedInTheMiddleTheStoryIsTheSame(Victim victim) {
    Play play = STAGE.play("kill-" + victim.name().toLowerCase(Locale.ROOT), script());
    play.step().step();
    victim.kill();
    Thread restart = Thread.ofVirtual().start(victim::restart);
    play.step().step();
    join(restart);
    for (int i = 4; i < BOOTS; i++) {
      play.step();
    }
    play.expectMessages(1);
    toTheVerdict(play);
    assertThat(play.transitions()).isEqualTo(UNHARMED);
    play.againWithoutEffect();
  }

  private static List<String> unharmed() {
    Play play = STAGE.play("kill-nobody", script());
    for (int i = 0; i < BOOTS; i++) {
      play.step();
    }
    play.expectMessages(1);
    toTheVerdict(play);
    return play.transitions();
  }

  /** It is over, and the release that ended it is well. */
  private static void toTheVerdict(Play play) {
    play.toTheEnd().expectMessages(3).says("v8", "healthy after 10 min");
    assertThat(play.webhook()).anyMatch(post -> post.text().contains("Resolved: "));
  }

  private static String script() {
    String boots =
        IntStream.range(0, BOOTS)
            .mapToObj(i ->
                """
                %1$dm heroku[web.1]: State changed from crashed to starting
                %1$dm1s heroku[web.1]: Starting process with command `uvicorn shop.main:app`
                %1$dm4s app[web.1]: Traceback (most recent call last):
                %1$dm4s app[web.1]:   File "/app/shop/main.py", line 7, in <module>
                %1$dm4s app[web.1]: ModuleNotFoundError: No module named 'bs4'
                %1$dm5s heroku[web.1]: Process exited with status 1
                %1$dm5s heroku[web.1]: State changed from starting to crashed
                %1$dm6s heroku[router]: at=error code=H10 desc="App crashed" method=GET path="/" host=x fwd="203.0.113.9" dyno= connect= service= status=503 bytes= protocol=https
                """
                    .formatted(i * 3))
            .collect(Collectors.joining("\n"));
    return boots
        + """

        20m app[api]: Release v8 created by user dev@example.com
        20m2s heroku[web.1]: State changed from crashed to starting
        20m4s heroku[web.1]: Starting process with command `uvicorn shop.main:app`
        20m9s heroku[web.1]: State changed from starting to up
        30m heroku[web.1]: Cycling
        """;
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
