package io.stormdrain.bench.traffic;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class OtlpBodyTest {

  private final Frames frames =
      Frames.generated(Apps.of("bench", 2), 3, 20, 10, Instant.parse("2026-03-01T10:00:00Z"));

  @Test
  void jsonHasEveryLineOfTheFrame() throws Exception {
    JsonNode logs = new ObjectMapper().readTree(OtlpBody.json(frames, 1)).at("/resourceLogs/0");

    assertThat(logs.at("/resource/attributes/0/value/stringValue").asText()).isEqualTo("bench01");
    assertThat(logs.at("/scopeLogs/0/logRecords")).hasSize(10);
    assertThat(logs.at("/scopeLogs/0/logRecords/0/body/stringValue").asText())
        .isEqualTo(frames.lines().get(10).text());
  }

  @Test
  void protobufHasEveryLineOfTheFrame() {
    String bytes = new String(OtlpBody.protobuf(frames, 1), ISO_8859_1);

    assertThat(bytes).contains("service.name", "bench01");
    assertThat(frames.lines().subList(10, 20)).allMatch(line -> bytes.contains(line.text()));
  }
}
