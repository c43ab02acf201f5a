package io.stormdrain.ingest.ci;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.ingest.message.Decoding;
import io.stormdrain.ingest.message.Message;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobOutputTest {

  @Test
  void linesStandBetweenWhoseTheyAreAndHowItEnded() {
    List<Message> all =
        decoding(Map.of("job", "test", "status", "failure", "commit", "69eec518"))
            .all("one\r\n\n  two\n");

    assertThat(all)
        .extracting(m -> m.voice().origin() + " " + m.text())
        .containsExactly(
            "PLATFORM event=ci.output job=test commit=69eec518",
            "APP one",
            "APP   two",
            "PLATFORM event=ci.failed job=test commit=69eec518");
    assertThat(all)
        .allSatisfy(message -> assertThat(message.voice().process()).isEqualTo("ci.test"))
        .allSatisfy(message -> assertThat(message.voice().service()).isEqualTo("shop"));
  }

  @Test
  void nobodyGuessesHowAJobEnded() {
    assertThat(decoding(Map.of()).all("one"))
        .extracting(m -> m.text().toString())
        .containsExactly("event=ci.output", "one");
  }

  @ParameterizedTest
  @CsvSource({
    "success,, ci.succeeded", "failure,, ci.failed", "Cancelled,, ci.cancelled",
    ", 0, ci.succeeded", ", 1, ci.failed", "success, 1, ci.succeeded",
  })
  void anExitCodeOrAWordSaysHowItEnded(String status, String code, String event) {
    Map<String, String> said = new HashMap<>();
    said.put("status", status);
    said.put("code", code);

    assertThat(decoding(said).all("").getLast().event()).isEqualTo(event);
  }

  @Test
  void otherWordsSayNothing() {
    assertThat(decoding(Map.of("status", "skipped", "code", "1")).all("")).hasSize(1);
  }

  @Test
  void survivesMutations() {
    decoding(Map.of()).survives("one\ntwo\r\n\u001b[31mthree\n".getBytes(UTF_8), "\r\n\0", 2_000);
    decoding(Map.of()).isReadInTime("", "\n");
  }

  private static Decoding decoding(Map<String, String> said) {
    return (body, limit) -> new JobOutput(body, limit, Job.of("shop", said::get));
  }
}
