package io.stormdrain.local.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ReadinessTest {

  @Test
  void namesTheChecksThatAreDown() {
    String body =
        """
        {"status": "DOWN", "checks": [
          {"name": "Kafka", "status": "DOWN", "data": {"cause": "x"}},
          {"name": "sources", "status": "UP"},
          {"name": "database", "status": "DOWN"}]}
        """;

    assertThat(Readiness.reason(body)).isEqualTo("down: Kafka, database");
    assertThat(Readiness.reason("")).isEqualTo("not ready");
  }

  @Test
  void aServiceThatDoesNotListenHasNotAnsweredYet() {
    assertThat(Readiness.of(1).reason()).isEqualTo("no answer yet");
  }
}
