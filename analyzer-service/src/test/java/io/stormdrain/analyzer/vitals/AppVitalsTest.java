package io.stormdrain.analyzer.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.analyzer.Lines;
import io.stormdrain.analyzer.line.Origin;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AppVitalsTest {

  private final Lines lines = new Lines();
  private final AppVitals vitals = new AppVitals();

  @Test
  void countsRequestsByStatusAndServiceTime() {
    router(
        "connect=0ms service=49ms status=200 bytes=15225 protocol=http2.0 tls=true tls_version=tls1.3");
    router("connect=1ms service=3ms status=304 bytes=0 protocol=https");
    router("connect= service= status=503 bytes= protocol=https");
    router("connect=0ms service=30000ms status=503 bytes=0 protocol=https");
    vitals.count(lines.app("web.1", "status=500 is what the app says"));

    Vitals counted = vitals.take().getFirst();
    assertThat(counted.lines()).isEqualTo(5);
    assertThat(counted.requests()).isEqualTo(Map.of("2xx", 1L, "3xx", 1L, "5xx", 2L));
    assertThat(counted.service())
        .containsExactly(
            new Vitals.Bucket(4, 1), new Vitals.Bucket(64, 1), new Vitals.Bucket(32_768, 1));
  }

  @Test
  void windowsAreTenSecondsOfTheLinesOwnTime() {
    vitals.count(lines.at(Origin.APP, "web.1", "a", 9_999));
    vitals.count(lines.at(Origin.APP, "web.1", "b", 10_000));
    vitals.count(lines.at(Origin.APP, "web.1", "late", 500));
    assertThat(vitals.take())
        .extracting(Vitals::from, Vitals::lines)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple(
                java.time.Instant.parse("2026-03-01T10:00:00Z"), 2L),
            org.assertj.core.api.Assertions.tuple(
                java.time.Instant.parse("2026-03-01T10:00:10Z"), 1L));
    assertThat(vitals.take()).isEmpty();
  }

  private void router(String end) {
    vitals.count(
        lines.platform(
            "router",
            "at=info method=GET path=\"/?a=service=1ms status=999\" host=x request_id=y fwd=\"1.2.3.4\" dyno=web.1 "
                + end));
  }
}
