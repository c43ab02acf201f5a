package io.stormdrain.ingest.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.ingest.message.Decoding;
import io.stormdrain.ingest.message.Fault;
import io.stormdrain.ingest.message.Message;
import io.stormdrain.ingest.message.Severity;
import io.stormdrain.ingest.message.Severity.Trust;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonMessagesTest {
  private static final Decoding DECODING = JsonMessages::new;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"message\":\"a\"},{\"message\":\"b\"}]",
        "{\"message\":\"a\"}\n{\"message\":\"b\"}\n",
        "{\"message\":\"a\"}{\"message\":\"b\"}",
        "\ufeff {\"msg\":\"a\"}\r\n\r\n{\"log\":\"b\"}",
        "[\"a\",\"b\"]",
        "[{\"message\":\"a\"}][{\"message\":\"b\"}]",
        "a\nb\n",
        "a\n{\"message\":\"b\"}",
        "{\"message\":\"a\"}\nb",
        "{\"message\":\"a\"} [\"b\"]",
        "[{},{\"message\":\"a\"},{}]\nb",
      })
  void whatABodyIsItsBytesTell(String body) {
    assertThat(texts(body)).containsExactly("a", "b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n", "{}", "[]", "[{}]", "{}\n{}\n"})
  void nothingHasNoMessages(String body) {
    JsonMessages messages = new JsonMessages(body.getBytes(UTF_8), body.length());

    assertThat(messages.next()).isNull();
    assertThat(messages.tally().faults()).isEmpty();
  }

  @Test
  void anObjectWithoutTextIsTheTextItself() {
    String body = "{\"status\":502, \"path\":\"/\"}";

    assertThat(texts(body + "\n" + body)).containsExactly(body, body);
    assertThat(texts("[" + body + ", " + body + "]")).containsExactly(body, body);
  }

  @Test
  void whatIsNeitherObjectNorTextIsShownAsItStands() {
    assertThat(texts("[1, true, null, [2]]")).containsExactly("1", "true", "null", "[2]");
  }

  @Test
  void aBrokenLineCostsItselfOnly() {
    String body = "{\"message\":\"a\"}\n{\"message\":\"bro\n{\"message\":\"b\"}\n";
    JsonMessages messages = new JsonMessages(body.getBytes(UTF_8), body.length());
    List<Message> all = DECODING.all(body);
    while (messages.next() != null) {
      // Only the tally counts.
    }

    assertThat(all).extracting(Message::raw).containsExactly(false, true, false);
    assertThat(all.get(1).text()).hasToString("{\"message\":\"bro");
    assertThat(messages.tally().faults()).isEqualTo(Map.of(Fault.SYNTAX, 1));
    assertThat(messages.tally().isUndecodable()).isFalse();
  }

  @Test
  void ofAnArrayThatIsCutOffTheWholeObjectsAreTaken() {
    List<Message> all = DECODING.all("[{\"message\":\"a\"},{\"message\":\"b\"},{\"mess");

    assertThat(all).extracting(Message::raw).containsExactly(false, false, true);
    assertThat(all.getLast().text()).hasToString("{\"mess");
  }

  @Test
  void aStackTraceBesideTheTextComesBelowIt() {
    assertThat(texts("{\"msg\":\"boom\",\"err\":{\"stack\":\"Error: boom\\n  at x\\n\"}}"))
        .containsExactly("boom\nError: boom\n  at x");
    assertThat(texts("{\"msg\":\"E: boom\\n  at x\",\"stack\":\"E: boom\\n  at x\"}"))
        .containsExactly("E: boom\n  at x");
  }

  @ParameterizedTest
  @CsvSource({
    "'\"level\":\"warn\"', 13",
    "'\"level\":50', 17",
    "'\"level\":3', 17",
    "'\"severity\":\"CRITICAL\"', 21",
    "'\"log\":{\"level\":\"debug\"}', 5",
    "'\"log.level\":\"debug\"', 5",
    "'\"levelname\":\"INFO\"', 9",
  })
  void aLevelIsAWordOrANumber(String level, int number) {
    assertThat(DECODING.only("{\"message\":\"x\"," + level + "}").severity())
        .isEqualTo(new Severity(number, Trust.EXPLICIT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"loud\"", "99", "-1", "7.5", "true", "{}", "[3]", "null"})
  void otherLevelsAreNone(String level) {
    assertThat(DECODING.only("{\"message\":\"x\",\"level\":" + level + "}").severity()).isNull();
  }

  @Test
  void aTimeMayBeAnything() {
    assertThat(DECODING.only("{\"message\":\"x\",\"time\":\"noon\"}").moment().text())
        .isEqualTo("noon");
    assertThat(DECODING.only("{\"message\":\"x\",\"ts\":-5e400}").moment().isKnown()).isFalse();
    assertThat(DECODING.only("{\"message\":\"x\",\"ts\":\"1770307201123\"}").moment().millis())
        .isEqualTo(1_770_307_201_123L);
  }

  @Test
  void anObjectAroundTheMessageIsLookedInto() {
    String body = "{\"time\":1770307201.5,\"event\":{\"message\":\"boom\",\"level\":\"error\"}}";
    Message message = new JsonMessages(body.getBytes(UTF_8), body.length(), "event").next();

    assertThat(message).isNotNull();
    assertThat(Objects.requireNonNull(message).text()).hasToString("boom");
    assertThat(message.moment().millis()).isEqualTo(1_770_307_201_500L);
  }

  @Test
  void textIsCutAtTheLimit() {
    assertThat(DECODING.only("{\"message\":\"" + "x".repeat(65_536) + "\"}").text().truncated())
        .isFalse();
    assertThat(DECODING.only("{\"message\":\"" + "x".repeat(65_537) + "\"}").text().truncated())
        .isTrue();
    assertThat(DECODING.only("{\"other\":\"" + "x".repeat(65_536) + "\"}").text().truncated())
        .isTrue();
    assertThat(DECODING.only("x".repeat(65_537)).text().truncated()).isTrue();
  }

  @Test
  void survivesMutations() {
    String alphabet = "{}[]\",:\\0n\n ";
    for (String fixture : List.of("railway-forwarder.json", "fly.json", "fluent-bit-lines.json")) {
      DECODING.survives(Decoding.fixture("json/" + fixture), alphabet, 3_000);
    }
    DECODING.survives("a\n{\"message\":\"b\"}\n[{},1]".getBytes(UTF_8), alphabet, 10_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[",
        "{\"a\":",
        "{\n",
        "{}",
        "x\n",
        "\n",
        "[\n",
        "{\"a\":1}",
        "\"",
        "{\"msg\":1}\nx"
      })
  void bodiesMadeToTakeLongAreReadInTime(String pattern) {
    DECODING.isReadInTime("", pattern);
    DECODING.isReadInTime("[", pattern);
  }

  private static List<String> texts(String body) {
    return DECODING.all(body).stream().map(m -> m.text().toString()).toList();
  }
}
