package io.stormdrain.ingest.message;

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
}
