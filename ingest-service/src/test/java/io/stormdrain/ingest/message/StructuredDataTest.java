package io.stormdrain.ingest.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StructuredDataTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "- Hello World|Hello World",
        "- - two dashes|- two dashes",
        "- [INFO] said|[INFO] said",
        "-|''",
        "[meta sequenceId=\"1\"] message 1|message 1",
        "[a k=\"v\"][b k=\"v\" l=\"\"] message|message",
        "[a k=\"quote \\\" bracket \\] backslash \\\\\"] message|message",
        "[a k=\"v\"]|''",
      })
  void isPassedOver(String text, String message) {
    assertThat(afterData(text)).isEqualTo(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "Hello|Hello",
        "''|''",
        "-Hello|-Hello",
        "[INFO] started|[INFO] started",
        "[a k=\"v\"]no space|[a k=\"v\"]no space",
        "[a k=\"v\" |[a k=\"v\" ",
        "[a k=\"open] message|[a k=\"open] message",
        "[a k=v] message|[a k=v] message",
        "[1, 2, 3]|[1, 2, 3]",
        "[|[",
      })
  void isNotSeenInAMessage(String text, String message) {
    assertThat(afterData(text)).isEqualTo(message);
  }

  @Property
  void staysWithinAnyBytes(@ForAll byte[] text) {
    assertThat(StructuredData.skip(text, 0, text.length)).isBetween(0, text.length);
  }

  private static String afterData(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    int at = StructuredData.skip(bytes, 0, bytes.length);
    return new String(bytes, at, bytes.length - at, UTF_8);
  }
}
