package io.stormdrain.ingest.otlp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.ingest.message.Decoding;
import io.stormdrain.ingest.message.Message;
import io.stormdrain.ingest.message.Moment;
import io.stormdrain.ingest.message.Severity;
import io.stormdrain.ingest.message.Severity.Trust;
import io.stormdrain.ingest.message.Voice;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtlpJsonTest {
  private static final Decoding DECODING = OtlpJson::new;
  private static final byte[] FORWARDER = Decoding.fixture("otlp/railway-forwarder.json");

  @Test
  void readsRailwaysForwarder() {
    Message message = DECODING.all(FORWARDER).getFirst();
    Voice voice = message.voice();

    assertThat(message.text()).hasToString("ModuleNotFoundError: No module named 'src'");
    assertThat(message.moment()).isEqualTo(Moment.ofMillis(1_764_896_177_123L));
    assertThat(message.severity())
        .as("Railway makes errors of all that stderr says")
        .isEqualTo(new Severity(17, Trust.STREAM));
    assertThat(voice.platform()).isEqualTo("railway");
    assertThat(voice.service()).isEqualTo("health-service");
    assertThat(voice.process()).isEqualTo("bbdc4e76-7600-415f-9f6b-e425311cec51");
    assertThat(voice.environment()).isEqualTo("production");
    assertThat(voice.deployment()).isEqualTo("577e2cf2-a1fc-4e0f-b352-2780bca73a94");
  }

  @Test
  void theOrderOfNamesDoesNotMatter() {
    Message message =
        DECODING.only(
            """
            {"x": [1, {"y": 2}], "resourceLogs": [{"scopeLogs": [{"logRecords": [
              {"body": {"stringValue": "boom"}, "timeUnixNano": 1764896177123456789}],
              "scope": {"version": "1", "name": "locomotive"}}], "schemaUrl": "",
              "resource": {"attributes": [{"value": {"stringValue": "late"}, "key": "service.name"}]}}]}
            """);

    assertThat(message.text()).hasToString("boom");
    assertThat(message.voice().service()).isEqualTo("late");
    assertThat(message.voice().platform()).isEqualTo("railway");
    assertThat(message.moment()).isEqualTo(Moment.ofMillis(1_764_896_177_123L));
  }

  @Test
  void eachScopeHasItsResource() {
    List<Message> all =
        DECODING.all(
            """
            {"resourceLogs": [
              {"resource": {"attributes": [{"key": "service.name", "value": {"stringValue": "a"}}]},
               "scopeLogs": [{"logRecords": [{"body": {"stringValue": "1"}}, {}]},
                             {"logRecords": [{"body": {"stringValue": "2"}}]}]},
              {"scopeLogs": [{"logRecords": [{"body": {"stringValue": "3"}}]}]}]}
            """);

    assertThat(all).extracting(m -> m.text().toString()).containsExactly("1", "", "2", "3");
    assertThat(all).extracting(m -> m.voice().service()).containsExactly("a", "a", "a", null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"stringValue\": \"text\"}; text",
        "{\"intValue\": \"503\"}; 503",
        "{\"doubleValue\": 1.5}; 1.5",
        "{\"boolValue\": true}; true",
        "{\"bytesValue\": \"aGk=\"}; aGk=",
        "{}; ''",
        "\"text\"; text",
        "{\"arrayValue\": {\"values\": [{\"intValue\": 1}, {\"stringValue\": \"\\\"a\"}, {}]}};"
            + " [1,\"\\\"a\",null]",
        "{\"kvlistValue\": {\"values\": [{\"key\": \"a\", \"value\": {\"intValue\": 1}},"
            + " {\"key\": \"b\"}]}}; {\"a\":1,\"b\":null}",
      })
  void aBodyIsShownAsText(String body, String text) {
    assertThat(DECODING.only(request("{\"body\": " + body + "}")).text()).hasToString(text);
  }

  @Test
  void aWordStandsInForASeverityThatIsNotThere() {
    Message message =
        DECODING.only(request("{\"severityText\": \"WARN\", \"body\": {\"stringValue\": \"x\"}}"));

    assertThat(message.severity()).isEqualTo(new Severity(13, Trust.EXPLICIT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"resourceLogs\": []}", "{\"resourceLogs\": null}", ""})
  void anEmptyRequestHasNoMessages(String body) {
    OtlpJson messages = new OtlpJson(body.getBytes(UTF_8), body.length());

    assertThat(messages.next()).isNull();
    assertThat(messages.tally().isUndecodable()).isFalse();
  }

  @Test
  void ofABodyThatIsCutOffTheWholeRecordsAreTaken() {
    String body =
        request("{\"body\": {\"stringValue\": \"whole\"}}, {\"body\": {\"stringValue\": \"cut");
    List<Message> all = DECODING.all(body.substring(0, body.length() - 6));

    assertThat(all).extracting(Message::raw).containsExactly(false, true);
    assertThat(all.getLast().text().toString()).startsWith("{\"body\"").endsWith("\"cut");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "true", "boom", "{\"resourceLogs\": [{\"", "{\"a\" 1}"})
  void whatDoesNotFollowTheProtocolIsKept(String body) {
    OtlpJson messages = new OtlpJson(body.getBytes(UTF_8), body.length());
    Message kept = messages.next();

    assertThat(kept).isNotNull().extracting(Message::raw).isEqualTo(true);
    assertThat(messages.tally().isUndecodable()).isTrue();
  }

  @Test
  void survivesMutations() {
    DECODING.survives(FORWARDER, "{}[]\",:0n\\", 5_000);
  }

  @Test
  void aBodyMadeToTakeLongIsReadInTime() {
    String resources = "{\"resourceLogs\": [";
    DECODING.isReadInTime("", "[");
    DECODING.isReadInTime("", "{\"a\":");
    DECODING.isReadInTime(resources, "{},");
    DECODING.isReadInTime(resources, "{\"scopeLogs\":[{\"logRecords\":[{}]}]},");
    DECODING.isReadInTime(resources + "{\"scopeLogs\":[", "{\"logRecords\":[{}],\"scope\":{}},");
    DECODING.isReadInTime(
        resources + "{\"scopeLogs\":[{\"logRecords\":[{\"attributes\":[", "{\"key\":\"a\"},");
  }

  private static String request(String records) {
    return "{\"resourceLogs\": [{\"scopeLogs\": [{\"logRecords\": [" + records + "]}]}]}";
  }
}
