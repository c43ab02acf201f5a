package io.stormdrain.ingest.line;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginTest {
  @ParameterizedTest
  @CsvSource({
    "app, web.1, 190, APP",
    "app, run.8963, 190, APP",
    "app, web_worker-2.1, 190, APP",
    "app, router.1, 190, APP",
    "heroku, web.1, 45, PLATFORM",
    "heroku, router, 158, PLATFORM",
    "heroku, logplex, 172, PLATFORM",
    "app, api, 134, PLATFORM",
    "app, heroku-postgres, 134, PLATFORM",
    "app, heroku-redis, 134, PLATFORM",
    "app, postgres.1127530, 132, PLATFORM",
    "app, -, 134, PLATFORM",
    "myapp, log-shuttle, 172, PLATFORM",
    "myapp, web.1, 190, APP"
  })
  void isToldByWhoWroteTheLine(String app, String process, int priority, Origin origin) {
    assertThat(Origin.onHeroku(app, process, priority)).isEqualTo(origin);
  }

  @ParameterizedTest
  @CsvSource({
    "190, 9 guessed",
    "45, 10 guessed",
    "132, 13 guessed",
    "0, 21 guessed",
    "191, 5 guessed"
  })
  void severityIsGuessedFromThePriority(int priority, String severity) {
    assertThat(Severity.guessedFrom(priority)).isEqualTo(severity);
  }

  @ParameterizedTest
  @CsvSource({"192", "999"})
  void aPriorityThatDoesNotExistSaysNothing(int priority) {
    assertThat(Severity.guessedFrom(priority)).isNull();
  }
}
