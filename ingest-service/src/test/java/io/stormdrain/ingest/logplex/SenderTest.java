package io.stormdrain.ingest.logplex;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SenderTest {
  @ParameterizedTest
  @CsvSource({
    "Logplex/v72, d.fc6b, LOGPLEX",
    "Logplex/v49, , LOGPLEX",
    ", d.fc6b, LOGPLEX",
    "'log-shuttle/0.22.0 (go1.x; linux; amd64; gc)', , LOG_SHUTTLE",
    "log-shuttle/0.22.0, d.fc6b, LOG_SHUTTLE",
    "excon/0.76.0, , HEROKU_API",
    "curl/8.5.0, , OTHER",
    ", , OTHER"
  })
  void isToldByItsHeaders(@Nullable String userAgent, @Nullable String drainToken, Sender sender) {
    assertThat(Sender.of(userAgent, drainToken)).isEqualTo(sender);
  }
}
