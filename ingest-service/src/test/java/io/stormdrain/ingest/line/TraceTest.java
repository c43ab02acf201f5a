package io.stormdrain.ingest.line;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceTest {
  @Test
  void theSendersTraceIsPassedOn() {
    String sent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    assertThat(text(Objects.requireNonNull(Trace.of(sent)))).isEqualTo(sent);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "01-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        "00-00000000000000000000000000000000-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
        "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01\n"
      })
  void whatIsNoTraceContextIsNotPassedOn(String sent) {
    assertThat(Trace.of(sent)).isNull();
  }

  @Test
  void aNewTraceIsTraceContext() {
    assertThat(Trace.of(text(Trace.begin(new Random(1))))).isNotNull();
  }

  private static String text(Trace trace) {
    return new String(trace.header().value(), US_ASCII);
  }
}
