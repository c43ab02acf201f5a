package io.stormdrain.ingest.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.ingest.message.Decoding;
import io.stormdrain.ingest.message.Fault;
import io.stormdrain.ingest.message.Message;
import io.stormdrain.ingest.message.Messages;
import io.stormdrain.ingest.message.Moment;
import io.stormdrain.ingest.message.Origin;
import io.stormdrain.ingest.message.Severity;
import io.stormdrain.ingest.message.Severity.Trust;
import io.stormdrain.ingest.message.Voice;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xerial.snappy.Snappy;

class LokiTest {
  private static final int MOST = 10_000;
  private static final Decoding JSON = LokiJson::new;
  private static final Decoding PROTOBUF = (body, limit) -> new LokiProtobuf(body, limit, MOST);

  @Test
  void railwaysForwarder() {
    Message message = JSON.all(Decoding.fixture("json/loki-railway.json")).getFirst();

    assertThat(message.text()).hasToString("ModuleNotFoundError: No module named 'src'");
    assertThat(message.moment()).isEqualTo(Moment.ofMillis(1_764_896_177_123L));
    assertThat(message.severity()).isEqualTo(new Severity(17, Trust.EXPLICIT));
    assertThat(message.voice())
        .isEqualTo(
            new Voice(
                Origin.APP,
                null,
                "health-service",
                null,
                "production",
                "577e2cf2-a1fc-4e0f-b352-2780bca73a94"));
  }

  @Test
  void whatLokisAgentsWrite() {
    Message message = PROTOBUF.all(Decoding.fixture("json/loki-agent.snappy")).getFirst();

    assertThat(message.text()).hasToString("boom");
    assertThat(message.moment()).isEqualTo(Moment.ofMillis(1_764_896_177_123L));
    assertThat(message.voice().service()).isEqualTo("health-service");
  }

  @Test
  void labelsMayStandBehindTheirLines() {
    Message message =
        JSON.only(
            "{\"x\":[1],\"streams\":[{\"values\":[[\"1764896177123456789\",\"a\"]],"
                + "\"stream\":{\"app\":\"shop\",\"pod\":\"web-1\",\"line\":\"no text\"}}]}");

    assertThat(message.text()).hasToString("a");
    assertThat(message.voice().service()).isEqualTo("shop");
    assertThat(message.voice().process()).isEqualTo("web-1");
  }

  @Test
  void linesKeepTheirOrderAndTheirOwnStream() {
    List<Message> all =
        JSON.all(
            "{\"streams\":[{\"stream\":{\"app\":\"a\"},\"values\":[[\"1\",\"one\"],[\"2\",\"two\"]]},"
                + "{\"stream\":{},\"values\":[[\"3\",\"three\"]]}]}");

    assertThat(all)
        .extracting(m -> m.voice().service() + " " + m.text())
        .containsExactly("a one", "a two", "null three");
  }

  @Test
  void anEntryOfAnotherShapeIsKeptAsItStands() {
    assertThat(
            JSON.all(
                "{\"streams\":[{\"stream\":{},\"values\":[[\"1\"],{\"odd\":1},7,[\"2\",\"a\"]]}]}"))
        .extracting(m -> m.text().toString())
        .containsExactly("[\"1\"]", "{\"odd\":1}", "7", "a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[{\"message\":\"a\"}]", "{\"message\":\"a\"}", "a"})
  void whatIsNoPushIsReadAsAnyJson(String body) {
    assertThat(JSON.only(body).text()).hasToString("a");
  }

  @Test
  void ofAPushThatIsCutOffTheWholeEntriesAreTaken() {
    String body = "{\"streams\":[{\"stream\":{},\"values\":[[\"1\",\"a\"],[\"2\",\"b";
    Messages messages = new LokiJson(body.getBytes(UTF_8), body.length());

    assertThat(messages.next()).extracting(m -> m.text().toString()).isEqualTo("a");
    assertThat(messages.next()).extracting(Message::raw).isEqualTo(true);
    assertThat(messages.next()).isNull();
    assertThat(messages.tally().faults()).isEqualTo(Map.of(Fault.SYNTAX, 1));
  }

  @Test
  void aBlockThatClaimsToBeLargeIsNotInflated() throws Exception {
    byte[] large = Snappy.compress(new byte[MOST + 1]);
    Messages messages = new LokiProtobuf(large, large.length, MOST);

    assertThat(messages.next()).extracting(Message::raw).isEqualTo(true);
    assertThat(messages.next()).isNull();
    assertThat(messages.tally().isUndecodable()).isTrue();
  }

  @Test
  void labelsAreQuotedText() {
    JsonObject labels = new JsonObject();
    LokiLabels.read("{app=\"a \\\"b\\\"\", host = \"web\\\\1\",job=\"x\"}", labels);

    assertThat(labels.get(Slot.APP)).isEqualTo("a \"b\"");
    assertThat(labels.get(Slot.PROCESS)).isEqualTo("web\\1");
  }

  @Test
  void survivesMutations() throws Exception {
    JSON.survives(Decoding.fixture("json/loki-railway.json"), "{}[]\",:\\0n ", 5_000);
    PROTOBUF.survives(Decoding.fixture("json/loki-agent.snappy"), "\0\1\n\u0012", 5_000);
    Decoding inflated =
        (body, limit) -> {
          byte[] compressed = compressed(body);
          return new LokiProtobuf(compressed, compressed.length, MOST);
        };
    byte[] plain = Snappy.uncompress(Decoding.fixture("json/loki-agent.snappy"));
    inflated.survives(plain, "\0\1\n\u0012{\"", 5_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "[\"1\",\"a\"],", "{\"stream\":{},\"values\":[", "{},", "1,"})
  void bodiesMadeToTakeLongAreReadInTime(String pattern) {
    JSON.isReadInTime("{\"streams\":[", pattern);
    JSON.isReadInTime("{\"streams\":[{\"stream\":{},\"values\":[", pattern);
  }

  private static byte[] compressed(byte[] body) {
    try {
      return Snappy.compress(body);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
