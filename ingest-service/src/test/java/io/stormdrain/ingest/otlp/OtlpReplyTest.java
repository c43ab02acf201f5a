package io.stormdrain.ingest.otlp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class OtlpReplyTest {
  @Test
  void fullSuccessSaysNothing() {
    assertThat(OtlpReply.PROTOBUF.success()).isEmpty();
    assertThat(OtlpReply.JSON.success()).asString(UTF_8).isEqualTo("{}");
  }

  @Test
  void partialSuccessSaysHowManyAndWhy() {
    assertThat(OtlpReply.PROTOBUF.partial(2, "too old"))
        .isEqualTo(Base64.getDecoder().decode("CgsIAhIHdG9vIG9sZA=="));
    assertThat(OtlpReply.JSON.partial(2, "too \"old\""))
        .asString(UTF_8)
        .isEqualTo(
            "{\"partialSuccess\":{\"rejectedLogRecords\":\"2\",\"errorMessage\":\"too \\\"old\\\"\"}}");
  }

  @Test
  void aFailureIsAStatus() {
    assertThat(OtlpReply.PROTOBUF.status(14, "later"))
        .isEqualTo(new byte[] {8, 14, 0x12, 5, 'l', 'a', 't', 'e', 'r'});
    assertThat(OtlpReply.JSON.status(14, "later"))
        .asString(UTF_8)
        .isEqualTo("{\"code\":14,\"message\":\"later\"}");
  }
}
