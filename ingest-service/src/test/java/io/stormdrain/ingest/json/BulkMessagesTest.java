package io.stormdrain.ingest.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.ingest.message.Decoding;
import io.stormdrain.ingest.message.Message;
import io.stormdrain.ingest.message.Moment;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BulkMessagesTest {
  private static final Decoding DECODING = BulkMessages::new;

  @Test
  void documentsAreMessages() {
    List<Message> all = DECODING.all(Decoding.fixture("json/bulk.ndjson"));

    assertThat(all)
        .extracting(m -> m.text().toString())
        .containsExactly("Error: listen EADDRINUSE", "second");
    assertThat(all.getFirst().voice().process()).isEqualTo("web-0");
    assertThat(all)
        .extracting(Message::moment)
        .containsExactly(Moment.ofMillis(1_770_307_201_123L), Moment.ofMillis(1_770_307_202_500L));
  }

  @Test
  void eachActionHasItsOutcomeInOrder() {
    assertThat(
            items(
                """
                {"index":{}}
                {"message":"a"}
                {"delete":{"_id":"1"}}
                {"update":{"_id":"1"}}
                {"doc":{"message":"b"}}
                """))
        .isEqualTo(
            "{\"index\":{\"status\":201}},{\"delete\":{\"status\":404}},{\"update\":{\"status\":201}}");
  }

  @Test
  void ofAnUpdateTheDocumentCounts() {
    assertThat(DECODING.only("{\"update\":{}}\n{\"doc\":{\"message\":\"b\"}}").text())
        .hasToString("b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"message\":\"a\"}",
        "{\"index\":\"a\", \"message\":\"a\"}",
        "{\"create\":{},\"message\":\"a\"}",
        "a"
      })
  void whatIsNoActionIsAMessage(String line) {
    assertThat(DECODING.all(line + "\n{\"index\":{}}\n{\"message\":\"b\"}"))
        .extracting(m -> m.text().toString())
        .containsExactly("a", "b");
  }

  @Test
  void aBrokenDocumentCostsItselfOnly() {
    assertThat(DECODING.all("{\"index\":{}}\n{\"mess\n{\"index\":{}}\n{\"message\":\"b\"}\n"))
        .extracting(Message::raw)
        .containsExactly(true, false);
  }

  @Test
  void survivesMutations() {
    DECODING.survives(Decoding.fixture("json/bulk.ndjson"), "{}[]\",:\\0\n ", 5_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "{\"index\":{}}\n", "{\n", "x\n", "{\"index\":{\n"})
  void bodiesMadeToTakeLongAreReadInTime(String pattern) {
    DECODING.isReadInTime("", pattern);
  }

  private static String items(String body) {
    BulkMessages messages = new BulkMessages(body.getBytes(UTF_8), body.length());
    while (messages.next() != null) {
      // Only the tally counts.
    }
    return ((BulkTally) messages.tally()).items();
  }
}
