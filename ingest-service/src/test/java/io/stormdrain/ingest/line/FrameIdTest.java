package io.stormdrain.ingest.line;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameIdTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 9, 10, 99, 100, 1023, 170_000, Integer.MAX_VALUE})
  void aLineIsTheFrameAndItsNumber(int index) {
    FrameId frame = Objects.requireNonNull(FrameId.of("09C557EA", null));

    assertThat(new String(frame.header(index).value(), US_ASCII)).isEqualTo("09C557EA#" + index);
  }

  @Test
  void aRequestIdNamesTheFrameWhereThereIsNoFrameId() {
    FrameId frame = Objects.requireNonNull(FrameId.of(null, "6f1f7a0e"));

    assertThat(new String(frame.header(1).value(), US_ASCII)).isEqualTo("6f1f7a0e#1");
  }

  @ParameterizedTest
  @CsvSource({",", "'',", "'with space',", "'tab\t',", "é,"})
  void anUnusableIdIsNoId(@Nullable String frameId, @Nullable String requestId) {
    assertThat(FrameId.of(frameId, requestId)).isNull();
  }

  @Test
  void anOverlongIdIsNoId() {
    assertThat(FrameId.of("x".repeat(128), null)).isNotNull();
    assertThat(FrameId.of("x".repeat(129), null)).isNull();
  }
}
