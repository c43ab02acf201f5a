package io.stormdrain.ingest.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {
  @ParameterizedTest
  @CsvSource({"65535, false", "65536, false", "65537, true"})
  void isCutAtTheLimitOfARecord(int length, boolean truncated) {
    String text = "x".repeat(length);
    byte[] bytes = text.getBytes(UTF_8);

    assertThat(Text.of(text).truncated()).isEqualTo(truncated);
    assertThat(Text.of(bytes, 0, length).truncated()).isEqualTo(truncated);
    assertThat(Text.of(text).bytes()).hasSize(Math.min(length, Text.MAX_BYTES));
    assertThat(Text.of(bytes, 0, length).bytes()).hasSize(Math.min(length, Text.MAX_BYTES));
  }

  @Test
  void isCutBetweenCharacters() {
    Text text = Text.of("€".repeat(30_000));

    assertThat(text.truncated()).isTrue();
    assertThat(text.toString()).isEqualTo("€".repeat(Text.MAX_BYTES / 3));
  }

  @ParameterizedTest
  @CsvSource({"'a\n', a", "'a\r\n', a", "'a\n\n', 'a\n'", "'\n', ''", "a, a", "'a\r', 'a\r'"})
  void aLineLosesTheLineFeedThatEndsIt(String line, String text) {
    byte[] bytes = line.getBytes(UTF_8);

    assertThat(Text.ofLine(bytes, 0, bytes.length).toString()).isEqualTo(text);
  }

  @Property
  void isAlwaysValidUtf8(@ForAll byte[] bytes, @ForAll String text) {
    assertThat(isValid(Text.of(bytes, 0, bytes.length))).isTrue();
    assertThat(isValid(Text.of(text))).isTrue();
  }

  private static boolean isValid(Text text) {
    return Utf8.isValid(text.bytes(), 0, text.bytes().length);
  }
}
