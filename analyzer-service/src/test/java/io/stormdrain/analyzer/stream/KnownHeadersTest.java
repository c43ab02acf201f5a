package io.stormdrain.analyzer.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.analyzer.line.Origin;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.Test;

final class KnownHeadersTest {

  private final KnownHeaders known = new KnownHeaders(new Words());

  @Test
  void aSecondLineOfTheSameProcessSaysTheSame() {
    read("shop", "service.name=shop", "service.instance.id=web.1", "origin=platform", "frame=a#0");
    LineHeaders said =
        read(
            "shop",
            "service.name=shop",
            "service.instance.id=web.1",
            "origin=platform",
            "frame=a#1");

    assertThat(said.source).isEqualTo("shop");
    assertThat(said.app).isEqualTo("shop");
    assertThat(said.process).isEqualTo("web.1");
    assertThat(said.origin).isEqualTo(Origin.PLATFORM);
    assertThat(said.frame).isEqualTo("a#1".getBytes(UTF_8));
  }

  @Test
  void headersThatDifferFromLineToLineAreReadByTheirNames() {
    read("shop", "service.name=shop", "service.instance.id=web.1", "frame=a#0");
    LineHeaders said = read("shop", "service.name=shop", "service.instance.id=web.1", "flags=raw");
    LineHeaders traced =
        read("shop", "service.name=shop", "service.instance.id=web.1", "traceparent=00-1-2-01");

    assertThat(said.frame).isNull();
    assertThat(said.traceparent).isNull();
    assertThat(traced.frame).isNull();
    assertThat(traced.traceparent).isEqualTo("00-1-2-01");
  }

  @Test
  void aProcessMayBeCalledAsAnotherLinesEnvironment() {
    read(
        "shop",
        "service.name=shop",
        "service.instance.id=production",
        "deployment.environment.name=production");
    LineHeaders said =
        read("shop", "service.name=shop", "deployment.environment.name=production", "frame=a#0");

    assertThat(said.process).isNull();
    assertThat(said.environment).isEqualTo("production");
  }

  @Test
  void appsDoNotLearnFromEachOther() {
    read("shop", "service.name=main", "service.instance.id=production");
    LineHeaders said = read("other", "service.name=main", "deployment.environment.name=production");

    assertThat(said.process).isNull();
    assertThat(said.environment).isEqualTo("production");
  }

  @Test
  void moreProcessesThanAreKeptAreStillToldApart() {
    for (int turn = 0; turn < 2; turn++) {
      for (int i = 0; i < 20_000; i++) {
        String process = "run." + i;
        LineHeaders said = read("shop", "service.name=shop", "service.instance.id=" + process);
        assertThat(said.process).isEqualTo(process);
      }
    }
  }

  private LineHeaders read(String key, String... headers) {
    Header[] all = new Header[headers.length];
    for (int i = 0; i < headers.length; i++) {
      String[] parts = headers[i].split("=", 2);
      all[i] = new RecordHeader(parts[0], parts[1].getBytes(UTF_8));
    }
    return known.read(key.getBytes(UTF_8), all);
  }
}
