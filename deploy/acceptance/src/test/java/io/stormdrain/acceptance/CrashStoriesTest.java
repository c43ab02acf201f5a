package io.stormdrain.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which ends of processes people are told of, and which belong to a day like any other. */
final class CrashStoriesTest {

  private final Stage stage = Stage.shared();

  @Test
  void crashesWithGrowingGapsAreACrashLoopAtTheSecond() {
    Play play =
        stage.play(
            "m23-gaps",
            """
            0s heroku[web.1]: Starting process with command `node server.js`
            20s heroku[web.1]: Process exited with status 1
            20s heroku[web.1]: State changed from starting to crashed

            20m heroku[web.1]: State changed from crashed to starting

            20m2s heroku[web.1]: Starting process with command `node server.js`
            20m20s heroku[web.1]: Process exited with status 1
            20m20s heroku[web.1]: State changed from starting to crashed

            1h heroku[web.1]: State changed from crashed to starting
            1h20s heroku[web.1]: State changed from starting to crashed

            2h20m heroku[web.1]: State changed from crashed to starting
            2h20m20s heroku[web.1]: State changed from starting to crashed
            """);
    play.step();
    // That it did not come back up within 90 s is known, and told, when the app's time has gone on.
    play.step().expectMessages(1).says("high", "crashed");
    play.step().expectMessages(2).says("critical", "crash loop");
    play.toTheEnd().expectMessages(2);
    assertThat(play.told("open")).hasSize(1);
    play.againWithoutEffect();
  }

  @Test
  void twoCrashesInFortySecondsAreACrashLoop() {
    Play play =
        stage.play(
            "m23-quick",
            """
            0s heroku[web.1]: Starting process with command `node server.js`
            15s heroku[web.1]: Process exited with status 1
            15s heroku[web.1]: State changed from starting to crashed
            15s heroku[web.1]: State changed from crashed to starting
            17s heroku[web.1]: Starting process with command `node server.js`
            40s heroku[web.1]: Process exited with status 1
            40s heroku[web.1]: State changed from starting to crashed
            """);
    play.toTheEnd().expectMessages(1).says("critical", "crash loop");
    play.againWithoutEffect();
  }

  @Test
  void cyclingAndRestartsAreHealthy() {
    Play play =
        stage.play(
            "m23-healthy",
            """
            0s heroku[web.1]: Cycling
            1s heroku[web.1]: State changed from up to starting
            2s heroku[web.1]: Stopping all processes with SIGTERM
            3s heroku[web.1]: Process exited with status 143
            9s heroku[web.1]: Starting process with command `node server.js`
            14s heroku[web.1]: State changed from starting to up
            60s app[api]: Set FEATURE config vars by user dev@example.com
            60s app[api]: Release v7 created by user dev@example.com
            61s heroku[web.1]: Restarting
            61s heroku[web.1]: State changed from up to starting
            62s heroku[web.1]: Stopping all processes with SIGTERM
            63s heroku[web.1]: Process exited with status 1
            70s heroku[web.1]: Starting process with command `node server.js`
            75s heroku[web.1]: State changed from starting to up
            """);
    play.toTheEnd().expectMessages(0);
    play.againWithoutEffect();
  }
}
