package io.stormdrain.ingest.redact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyBlocksTest {
  private static final String BEGIN = "-----BEGIN RSA PRIV" + "ATE KEY-----";
  private static final String END = "-----END RSA PRIV" + "ATE KEY-----";
  private static final String LINE =
      "MIIEpAIBAAKCAQEA7bq0Yk5c8T3l2n1d9m4Xh6Wq0sVfJr2Zt8Uy5Pe1Kg3Oa7Bc";

  private final KeyBlocks blocks = new KeyBlocks();
  private final Redaction redaction = new Redactor(false, false).begin();

  private String line(String process, String text) {
    byte[] ofKey = blocks.next(process, text.getBytes(UTF_8));
    if (ofKey != null) {
      return new String(ofKey, UTF_8);
    }
    byte[] line = redaction.of(text.getBytes(UTF_8));
    blocks.opened(process, line);
    return new String(line, UTF_8);
  }

  @Test
  void theLinesOfAKeyGoUntilItsEnd() {
    assertThat(line("web.1", BEGIN)).isEqualTo(BEGIN + "[redacted]");
    assertThat(line("web.1", LINE)).isEqualTo("[redacted]");
    assertThat(line("web.1", "q0sVfA==")).isEqualTo("[redacted]");
    assertThat(line("web.1", END)).isEqualTo(END);
    assertThat(blocks.isEmpty()).isTrue();
    assertThat(line("web.1", LINE)).isEqualTo(LINE);
  }

  @Test
  void whatStandsBeforeTheLinesStays() {
    line("web.1", "2026-03-01 INFO " + BEGIN);

    assertThat(line("web.1", "2026-03-01 INFO " + LINE)).isEqualTo("2026-03-01 INFO [redacted]");
  }

  @Test
  void otherProcessesAndOtherThreadsAreNotTouched() {
    line("web.1", BEGIN);

    assertThat(line("web.2", LINE)).isEqualTo(LINE);
    assertThat(line("web.1", "GET /orders 200")).isEqualTo("GET /orders 200");
    assertThat(line("web.1", LINE)).isEqualTo("[redacted]");
  }

  @Test
  void aKeyThatNeverEndsIsForgotten() {
    line("web.1", BEGIN);
    for (int i = 0; i < 16; i++) {
      line("web.1", "GET /orders 200");
    }

    assertThat(blocks.isEmpty()).isTrue();
  }

  @Test
  void aKeyInOneLineOpensNothing() {
    assertThat(line("web.1", BEGIN + "\\n" + LINE + "\\n" + END))
        .isEqualTo(BEGIN + "[redacted]" + END);
    assertThat(blocks.isEmpty()).isTrue();
  }
}
