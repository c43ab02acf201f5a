package io.stormdrain.analyzer.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.stormdrain.analyzer.AnalyzerConfig;
import io.stormdrain.analyzer.AnalyzerMetrics;
import io.stormdrain.analyzer.classify.Classifier;
import io.stormdrain.analyzer.classify.Shipped;
import io.stormdrain.engines.Engines;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The reading threads on a real broker. */
final class LineLoopTest {

  private static final Classifier CLASSIFIER = Shipped.classifier();
  private static final Pattern LINES = Pattern.compile("\"lines\":(\\d+)");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final String name = "t" + UUID.randomUUID().toString().substring(0, 8);
  private final Map<String, Object> kafka = Map.of("bootstrap.servers", Engines.kafka());
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final AnalyzerMetrics metrics = new AnalyzerMetrics(registry);
  private final AnalyzerConfig config = config();
  private final List<LineLoop> running = new ArrayList<>();

  @AfterEach
  void stop() {
    running.forEach(LineLoop::stop);
  }

  @Test
  void linesBecomeSignalsAndVitalsOnceEach() throws Exception {
    start();
    send("web.1", "platform", "State changed from starting to crashed", "F1#0");
    send("web.1", "app", "all is well", "F1#1");
    send("web.1", "platform", "State changed from starting to crashed", "F1#0");
    List<ConsumerRecord<String, String>> told = read(records -> linesInVitals(records) == 2);
    assertThat(told).filteredOn(r -> kind(r).equals("signal")).hasSize(1);
    assertThat(told).allSatisfy(r -> assertThat(r.key()).isEqualTo(name));
    balances(3);
    assertThat(count("lines.duplicate")).isEqualTo(1);
  }

  @Test
  void aRecordThatCannotBeReadIsParkedAndThePartitionGoesOn() throws Exception {
    start();
    produce(new ProducerRecord<>("log-lines", null, name, "no headers".getBytes(UTF_8)));
    send("web.1", "platform", "Process exited with status 1", "F1#0");
    List<ConsumerRecord<String, String>> told = read(records -> kinds(records, "signal") == 1);
    assertThat(told).isNotEmpty();
    List<ConsumerRecord<String, String>> parked = read("parked", records -> !records.isEmpty());
    assertThat(new String(parked.getFirst().headers().lastHeader("parked.reason").value(), UTF_8))
        .isEqualTo("NO_APP");
    balances(2);
  }

  @Test
  void aStackTraceIsToldOnceAlthoughItsReaderWasReplacedInTheMiddle() throws Exception {
    LineLoop first = start();
    send("web.1", "app", "Traceback (most recent call last):", "F1#0");
    send("web.1", "app", "  File \"/app/shop.py\", line 3, in buy", "F1#1");
    send("web.1", "platform", "Process exited with status 1", "F0#0");
    read(records -> kinds(records, "signal") == 1);
    first.stop();
    start();
    send("web.2", "app", "other", "F2#0");
    send("worker.1", "app", "Traceback (most recent call last):", "F3#0");
    send("worker.1", "app", "  File \"/app/work.py\", line 9, in do", "F3#1");
    send("worker.1", "app", "ValueError: no", "F3#2");
    List<ConsumerRecord<String, String>> told = read(records -> kinds(records, "signal") >= 2);
    assertThat(told)
        .filteredOn(r -> r.value().contains("exception.raised"))
        .singleElement()
        .satisfies(r -> assertThat(r.value()).contains("ValueError", "/app/work.py:9"));
  }

  @Test
  void itGoesOnWhenTheBrokerWasKilledAndCameBack() throws Exception {
    start();
    send("web.1", "platform", "State changed from starting to crashed", "F1#0");
    read(records -> kinds(records, "signal") == 1);
    Engines.killKafka();
    Engines.restartKafka();
    send("web.1", "platform", "State changed from crashed to starting", "F2#0");
    assertThat(read(records -> kinds(records, "signal") == 2))
        .filteredOn(r -> kind(r).equals("signal"))
        .hasSize(2);
  }

  /** Over all vitals: a window may end between two lines. */
  private static long linesInVitals(List<ConsumerRecord<String, String>> records) {
    return records.stream()
        .filter(record -> kind(record).equals("vitals"))
        .map(record -> LINES.matcher(record.value()))
        .filter(Matcher::find)
        .mapToLong(lines -> Long.parseLong(lines.group(1)))
        .sum();
  }

  private LineLoop start() {
    Classifier mine = CLASSIFIER.copy();
    LineLoop loop = new LineLoop(new Clients(kafka, config, 0), () -> mine, config, metrics);
    running.add(loop);
    Thread.ofPlatform().daemon().name("lines-test").start(loop);
    return loop;
  }

  private AnalyzerConfig config() {
    SmallRyeConfig settings =
        new SmallRyeConfigBuilder()
            .withMapping(AnalyzerConfig.class)
            .withConverter(Duration.class, 100, new DurationConverter())
            .withDefaultValue("stormdrain.analyzer.group", name)
            .withDefaultValue("stormdrain.analyzer.instance", name)
            .withDefaultValue("stormdrain.analyzer.vitals-every", "1s")
            .build();
    return settings.getConfigMapping(AnalyzerConfig.class);
  }

  private void send(String process, String origin, String text, String frame) throws Exception {
    RecordHeaders headers = new RecordHeaders();
    headers.add("service.name", "shop".getBytes(UTF_8));
    headers.add("service.instance.id", process.getBytes(UTF_8));
    headers.add("paas.platform", "heroku".getBytes(UTF_8));
    headers.add("origin", origin.getBytes(UTF_8));
    headers.add("frame", frame.getBytes(UTF_8));
    long time = Instant.now().toEpochMilli();
    produce(new ProducerRecord<>("log-lines", null, time, name, text.getBytes(UTF_8), headers));
  }

  private void produce(ProducerRecord<String, byte[]> record) throws Exception {
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(kafka, new StringSerializer(), new ByteArraySerializer())) {
      producer.send(record).get();
    }
  }

  private List<ConsumerRecord<String, String>> read(
      Predicate<List<ConsumerRecord<String, String>>> enough) {
    return read("signals", enough);
  }

  /** All records of this test's key, from the beginning until there are enough. */
  private List<ConsumerRecord<String, String>> read(
      String topic, Predicate<List<ConsumerRecord<String, String>>> enough) {
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put("isolation.level", "read_committed");
    settings.put("auto.offset.reset", "earliest");
    settings.put("group.id", UUID.randomUUID().toString());
    List<ConsumerRecord<String, String>> mine = new ArrayList<>();
    Instant end = Instant.now().plus(PATIENCE);
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of(topic));
      while (!enough.test(mine) && Instant.now().isBefore(end)) {
        consumer
            .poll(Duration.ofMillis(200))
            .forEach(record -> {
              if (name.equals(record.key())) {
                mine.add(record);
              }
            });
      }
    }
    assertThat(enough.test(mine)).as("records within %s: %s", PATIENCE, mine).isTrue();
    return mine;
  }

  private void balances(int atLeast) {
    assertThat(count("lines.consumed")).isGreaterThanOrEqualTo(atLeast);
    assertThat(count("lines.consumed"))
        .isEqualTo(
            count("lines.spoken")
                + count("lines.silent")
                + count("lines.duplicate")
                + count("lines.parked"));
  }

  private long count(String meter) {
    return (long) registry.counter("stormdrain.analyzer." + meter).count();
  }

  private static long kinds(List<ConsumerRecord<String, String>> records, String kind) {
    return records.stream().filter(record -> kind(record).equals(kind)).count();
  }

  private static String kind(ConsumerRecord<String, String> record) {
    return new String(record.headers().lastHeader("kind").value(), UTF_8);
  }
}
