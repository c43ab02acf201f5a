package io.stormdrain.notifier.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the producer promises in {@code contract/} can be read here, today and tomorrow. */
final class SignalContractTest {

  private static final JsonMapper JSON =
      JsonMapper.builder().addModule(new JavaTimeModule()).build();
  private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");

  @Test
  void aMissingModuleSaysWhichAndWhatToDo() throws Exception {
    assertThat(Contract.read("signal-module-missing.json"))
        .isEqualTo(
            new Signal(
                "0/0/python-module-missing",
                "module.missing",
                "shop-production",
                "shop",
                "heroku",
                "production",
                "web.1",
                null,
                TEN,
                "bs4",
                Map.of("module", "bs4", "top", "bs4", "kind", "known", "package", "beautifulsoup4"),
                List.of(
                    "Add beautifulsoup4 to requirements.txt (it provides the module bs4) and deploy"
                        + " again; let the build fail when pip fails."),
                new Evidence(0, 0, "ModuleNotFoundError: No module named 'bs4'")));
  }

  @Test
  void aMemoryQuotaHasItsNumbers() throws Exception {
    Signal signal = (Signal) Contract.read("signal-memory-quota.json");

    assertThat(signal.type()).isEqualTo("memory.quota");
    assertThat(signal.subject()).isEqualTo("R14 web.1");
    assertThat(signal.time()).isEqualTo(TEN.plusMillis(100));
    assertThat(signal.number("used")).isEqualTo(912_261_120L);
    assertThat(signal.number("quota")).isEqualTo(536_870_912L);
    assertThat(signal.number("percent")).isEqualTo(170L);
    assertThat(signal.remediation()).hasSize(3);
    assertThat(signal.evidence())
        .isEqualTo(new Evidence(0, 1, "Error R14 (Memory quota exceeded)"));
  }

  @Test
  void anExceptionHasItsFingerprint() throws Exception {
    Signal signal = (Signal) Contract.read("signal-exception.json");

    assertThat(signal.type()).isEqualTo("exception.raised");
    assertThat(signal.subject()).isEqualTo("TypeError");
    assertThat(signal.capture("fingerprint")).isEqualTo("91ea3ebde4a7");
    assertThat(signal.capture("at")).isEqualTo("/app/src/cart.js:40");
    assertThat(signal.remediation())
        .containsExactly("It was thrown at /app/src/cart.js:40 in checkout.");
  }

  @Test
  void aBuildNeedsNoSubjectAndNoCaptures() throws Exception {
    Signal signal = (Signal) Contract.read("signal-build-succeeded.json");

    assertThat(signal.type()).isEqualTo("build.succeeded");
    assertThat(signal.process()).isEqualTo("api");
    assertThat(signal.subject()).isNull();
    assertThat(signal.captures()).isEmpty();
    assertThat(signal.remediation()).isEmpty();
  }

  @Test
  void whoseAppItIsIsThereWhereItsSourceSaysSo() throws Exception {
    assertThat(Contract.read("signal-of-team.json").team()).isEqualTo("payments");
    assertThat(Contract.read("vitals-of-team.json").team()).isEqualTo("payments");
    assertThat(Contract.read("vitals-quiet.json").team()).isNull();
  }

  @Test
  void vitalsAreCounts() throws Exception {
    assertThat(Contract.read("vitals-busy.json"))
        .isEqualTo(
            new Vitals(
                "shop-production",
                "shop",
                "heroku",
                "production",
                TEN,
                TEN.plusSeconds(10),
                4,
                Map.of("2xx", 1L, "5xx", 1L),
                List.of(new Vitals.Bucket(64, 1), new Vitals.Bucket(32_768, 1)),
                Map.of("web.1", new Vitals.Memory(912_261_120, 536_870_912L)),
                Map.of(),
                17));
    assertThat(Contract.read("vitals-quiet.json"))
        .isEqualTo(
            new Vitals(
                "shop-production",
                "shop",
                "heroku",
                "production",
                TEN,
                TEN.plusSeconds(10),
                1,
                Map.of(),
                List.of(),
                Map.of(),
                Map.of("worker", 1L),
                0));
  }

  @ParameterizedTest
  @MethodSource("io.stormdrain.notifier.signal.Contract#samples")
  void whatALaterProducerAddsIsPassedOver(String sample) throws Exception {
    JsonNode more = Contract.tree(sample);
    addUnknown(more);

    assertThat(SignalJson.read(Contract.kind(sample), bytes(more)))
        .usingRecursiveComparison()
        .ignoringFields("captures", "requests")
        .isEqualTo(Contract.read(sample));
  }

  @ParameterizedTest
  @MethodSource("io.stormdrain.notifier.signal.Contract#samples")
  void whateverMayBeLeftOutIsMissedByNobody(String sample) throws Exception {
    ObjectNode whole = Contract.tree(sample);
    Set<String> required = Contract.required(Contract.kind(sample));
    for (String field : names(whole)) {
      if (!required.contains(field)) {
        ObjectNode less = whole.deepCopy();
        less.remove(field);

        ObjectNode read = JSON.valueToTree(SignalJson.read(Contract.kind(sample), bytes(less)));
        ObjectNode expected = JSON.valueToTree(Contract.read(sample));
        JsonNode left = read.remove(field);
        expected.remove(field);

        assertThat(read).as(sample + " without " + field).isEqualTo(expected);
        assertThat(left == null || left.isNull() || left.isEmpty() || left.asLong() == 0)
            .as(field + " is absent")
            .isTrue();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "type", "source", "app", "platform", "time", "evidence"})
  void aSignalWithoutWhatItMustHaveIsRefusedByName(String field) throws Exception {
    assertThat(Contract.required("signal")).contains(field);
    ObjectNode less = Contract.tree("signal-module-missing.json");
    less.remove(field);

    assertThatThrownBy(() -> SignalJson.read("signal", bytes(less)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"source", "app", "platform", "from", "until"})
  void vitalsWithoutWhatTheyMustHaveAreRefusedByName(String field) throws Exception {
    assertThat(Contract.required("vitals")).contains(field);
    ObjectNode less = Contract.tree("vitals-busy.json");
    less.remove(field);

    assertThatThrownBy(() -> SignalJson.read("vitals", bytes(less)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(field);
  }

  private static byte[] bytes(JsonNode node) throws IOException {
    return JSON.writeValueAsBytes(node);
  }

  private static List<String> names(ObjectNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** Into every object, also those in objects and lists. */
  private static void addUnknown(JsonNode node) {
    node.forEach(SignalContractTest::addUnknown);
    if (node instanceof ObjectNode object && !isMap(object)) {
      object.put("zz_text", "later").put("zz_number", 17).putNull("zz_null");
      object.putObject("zz_object").put("more", true);
      object.putArray("zz_list").add(1);
    }
  }

  /** By status class or process: what is added there is one more of them, not an unknown field. */
  private static boolean isMap(ObjectNode object) {
    return object.has("5xx") || object.has("web.1") || object.has("worker");
  }
}
