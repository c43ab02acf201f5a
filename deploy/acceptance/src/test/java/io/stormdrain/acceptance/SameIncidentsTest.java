package io.stormdrain.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stormdrain.analyzer.classify.Shipped;
import io.stormdrain.local.backtest.KeptLines;
import io.stormdrain.local.backtest.Retelling;
import io.stormdrain.local.classify.Classification;
import io.stormdrain.notifier.backtest.Backtest;
import io.stormdrain.notifier.incident.Finding;
import io.stormdrain.notifier.store.IncidentView;
import io.stormdrain.notifier.threshold.ShippedRules;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The services, the back-test and classify make the same incidents of the same lines, and of the
 * same lines delivered twice.
 */
final class SameIncidentsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path ROOT = Path.of(System.getProperty("stormdrain.root"));

  private final Stage stage = Stage.shared();

  @Test
  void ofTheCorpus() throws Exception {
    holds("own", ROOT.resolve("deploy/local/src/test/corpus"));
  }

  @Test
  @EnabledIfSystemProperty(named = "corpus", matches = ".+")
  void ofAnotherCorpus() throws Exception {
    holds("other", ROOT.resolve(System.getProperty("corpus")));
  }

  private void holds(String name, Path folder) throws Exception {
    Instant end = Instant.now();
    List<RecordedLog> logs = RecordedLog.in(folder, "same-" + name + "-", end);
    assertThat(logs).hasSizeGreaterThan(20);
    Instant from = logs.stream().map(RecordedLog::begin).min(Instant::compareTo).orElseThrow();
    publish(logs);
    stage.settle();
    Map<String, List<IncidentView>> retold = retold(from, end);

    SoftAssertions softly = new SoftAssertions();
    for (RecordedLog log : logs) {
      List<IncidentView> incidents = retold.getOrDefault(log.app(), List.of());
      softly.assertThat(inService(log.app())).as(log.app()).isEqualTo(inWords(incidents));
      softly.assertThat(classified(log)).as(log.app()).isEqualTo(byType(incidents));
    }
    softly.assertAll();
    againWithoutEffect(logs);
  }

  private void againWithoutEffect(List<RecordedLog> logs) throws Exception {
    Map<String, String> before = told(logs);
    publish(logs);
    stage.settle();
    assertThat(told(logs)).as("after the same frames again").isEqualTo(before);
  }

  /** All that the service says of each app's incidents, their histories too. */
  private Map<String, String> told(List<RecordedLog> logs) throws IOException {
    Map<String, String> told = new TreeMap<>();
    for (RecordedLog log : logs) {
      StringBuilder words = new StringBuilder();
      for (JsonNode incident :
          JSON.readTree(stage.notifier.get("/api/v1/incidents?app=" + log.app()))
              .path("incidents")) {
        words.append(stage.notifier.get("/api/v1/incidents/" + incident.path("id").asText()));
      }
      told.put(log.app(), words.toString());
    }
    return told;
  }

  private void publish(List<RecordedLog> logs) throws Exception {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", stage.bootstrapServers(), "acks", "all", "linger.ms", "5");
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      List<Future<RecordMetadata>> sent =
          logs.stream().flatMap(log -> log.records().stream()).map(producer::send).toList();
      for (Future<RecordMetadata> record : sent) {
        record.get();
      }
    }
  }

  private Map<String, List<IncidentView>> retold(Instant from, Instant end) {
    Backtest rules = new Backtest(ShippedRules.rules());
    Retelling.Sight sight = new Retelling.Sight(from, end, null);
    try (KeptLines kept = new KeptLines(Map.of("bootstrap.servers", stage.bootstrapServers()))) {
      kept.partitions()
          .forEach(partition ->
              kept.each(
                  partition,
                  from,
                  offset -> new Retelling(Shipped.classifier(), sight, List.of(rules), offset)));
    }
    Map<String, List<IncidentView>> byApp = new TreeMap<>();
    rules
        .incidents()
        .forEach(
            view -> byApp.computeIfAbsent(view.incident().app(), a -> new ArrayList<>()).add(view));
    return byApp;
  }

  /** What the service says of an app's incidents. */
  private List<String> inService(String app) throws IOException {
    List<String> words = new ArrayList<>();
    for (JsonNode incident :
        JSON.readTree(stage.notifier.get("/api/v1/incidents?app=" + app)).path("incidents")) {
      String id = incident.path("id").asText();
      List<String> findings = new ArrayList<>();
      for (JsonNode found :
          JSON.readTree(stage.notifier.get("/api/v1/incidents/" + id)).path("findings")) {
        findings.add(
            words(
                found.path("type").asText(),
                found.path("severity").asText(),
                found.path("count").asLong(),
                subjects(found)));
      }
      words.add(incident.path("type").asText() + " " + findings.stream().sorted().toList());
    }
    return words.stream().sorted().toList();
  }

  private static List<String> inWords(List<IncidentView> incidents) {
    return incidents.stream()
        .map(view -> view.incident().type() + " " + findings(view))
        .sorted()
        .toList();
  }

  private static List<String> findings(IncidentView view) {
    return view.findings().stream()
        .map(f -> words(f.rule(), f.severity().word(), f.tally().total(), f.subjects()))
        .sorted()
        .toList();
  }

  private static List<String> subjects(JsonNode found) {
    List<String> subjects = new ArrayList<>();
    found.path("subjects").forEach(subject -> subjects.add(subject.asText()));
    return subjects;
  }

  /** A stack trace is told when its process falls silent: which subject came first may differ. */
  private static String words(String type, String severity, long count, List<String> subjects) {
    return "%s %s %d %s".formatted(type, severity, count, subjects.stream().sorted().toList());
  }

  /** What classify says that somebody would be told: how often each class was seen. */
  private static Map<String, Long> classified(RecordedLog log) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(bytes, false, UTF_8)) {
      Classification.of(new StringReader(Files.readString(log.file())), log.app()).writeJson(out);
    }
    Map<String, Long> told = new TreeMap<>();
    for (String line : bytes.toString(UTF_8).lines().toList()) {
      JsonNode verdict = JSON.readTree(line);
      if (!verdict.path("state").asText().equals("pending")) {
        told.merge(verdict.path("type").asText(), verdict.path("count").asLong(), Long::sum);
      }
    }
    return told;
  }

  private static Map<String, Long> byType(List<IncidentView> incidents) {
    Map<String, Long> told = new TreeMap<>();
    for (IncidentView view : incidents) {
      for (Finding finding : view.findings()) {
        told.merge(finding.rule().toLowerCase(Locale.ROOT), finding.tally().total(), Long::sum);
      }
    }
    return told;
  }
}
