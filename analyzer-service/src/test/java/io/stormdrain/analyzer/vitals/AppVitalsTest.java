package io.stormdrain.analyzer.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.analyzer.Lines;
import io.stormdrain.analyzer.line.LogLine;
import io.stormdrain.analyzer.line.Origin;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
  void countsTheRequestsOfRailwaysHttpLog() {
    railway(
        "{\"method\":\"GET\",\"path\":\"/?q=\\\"httpStatus\\\":500\",\"httpStatus\":200,\"totalDuration\":12}");
    railway("{\"totalDuration\": 5003, \"message\":\"/health\", \"httpStatus\": 502}");
    railway("{\"message\":\"no request\"}");
    railway("\"httpStatus\":500");
    vitals.count(lines.platform("web.1", "{\"httpStatus\":500}"));

    Vitals counted = vitals.take().getFirst();
    assertThat(counted.requests()).isEqualTo(Map.of("2xx", 1L, "5xx", 1L));
    assertThat(counted.service())
        .containsExactly(new Vitals.Bucket(16, 1), new Vitals.Bucket(8_192, 1));
  }

  @Test
  void readsMemoryAndItsQuotaFromHerokusSamples() {
    String sample =
        "source=web.1 dyno=heroku.55681600.b0bc8784 sample#memory_total=201.71MB"
            + " sample#memory_rss=190.07MB sample#memory_pgpgin=94337pages";

    assertThat(vitals.count(lines.platform("web.1", sample + " sample#memory_quota=512.00MB")))
        .isEqualTo(new Vitals.Memory(211_508_264, 512L << 20));
    assertThat(vitals.count(lines.platform("web.2", sample)))
        .isEqualTo(new Vitals.Memory(211_508_264, null));
    assertThat(vitals.take().getFirst().memory()).containsOnlyKeys("web.1", "web.2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "source=web.7 sample#load_avg_1m=0.22 sample#load_avg_5m=0.16",
        "source=DATABASE sample#memory-total=7629324kB sample#memory-free=110464kB",
        "source=web.1 sample#memory_total=",
        "source=web.1 sample#memory_total=12",
        "sample#memory_total=12MB"
      })
  void otherSamplesTellNoMemory(String line) {
    assertThat(vitals.count(lines.platform("web.1", line))).isNull();
  }

  @Test
  void whatAnAppSaysOfItsMemoryIsItsOwnBusiness() {
    assertThat(vitals.count(lines.app("web.1", "source=web.1 sample#memory_total=12.00MB")))
        .isNull();
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

  @Test
  void timesThatJumpAboutMakeNoMoreWindowsThanAnHourHas() {
    for (int i = 0; i < 2_000; i++) {
      vitals.count(lines.at(Origin.APP, "web.1", "a", (i * 7_919L % 2_000) * 10_000));
    }

    List<Vitals> taken = vitals.take();
    assertThat(taken).hasSizeLessThanOrEqualTo(360);
    assertThat(taken.stream().mapToLong(Vitals::lines).sum()).isEqualTo(2_000);
  }

  private void railway(String text) {
    LogLine line = lines.platform("api", text);
    vitals.count(
        new LogLine(
            line.source(),
            line.app(),
            "railway",
            null,
            line.origin(),
            line.process(),
            null,
            line.time(),
            line.partition(),
            line.offset(),
            null,
            line.text()));
  }

  private void router(String end) {
    vitals.count(
        lines.platform(
            "router",
            "at=info method=GET path=\"/?a=service=1ms status=999\" host=x request_id=y fwd=\"1.2.3.4\" dyno=web.1 "
                + end));
  }
}
