package io.stormdrain.acceptance.fault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.acceptance.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Bytes that nobody can read on both topics, in the middle of everything else. */
final class PoisonRecords implements Fault {

  private static final Duration GOES_ON = Duration.ofSeconds(5);
  private static final int PARTITIONS = 4;
  private static final String LINES = "stormdrain_analyzer_lines_parked_total";
  private static final String SIGNALS = "stormdrain_notifier_signals_parked_total";

  @Override
  public String id() {
    return "F29";
  }

  @Override
  public String done() {
    return "records without key, value, headers, with broken JSON and 900 KB of rubbish, on every partition of log-lines and signals";
  }

  @Override
  public String checked() {
    return "each is parked with its reason and counted; oracle for what comes behind it";
  }

  @Override
  public void happen(Ground ground, Figures figures) {
    Service analyzer = ground.stage().analyzer;
    Service notifier = ground.stage().notifier;
    double linesBefore = analyzer.metric(LINES);
    double signalsBefore = notifier.metric(SIGNALS);
    Map<TopicPartition, Long> mark = ground.records("parked").mark();
    Oracle oracle = new Oracle(ground, id());
    try (Crowd crowd = ground.crowd(id())) {
      Ground.rest(Duration.ofSeconds(1));
      poison(ground, "log-lines");
      poison(ground, "signals");
      int wanted = PARTITIONS * rubbish("", 0).size();
      figures.add("lines parked within", parked(analyzer, LINES, linesBefore + wanted), GOES_ON);
      figures.add(
          "signals parked within", parked(notifier, SIGNALS, signalsBefore + wanted), GOES_ON);
      assertThat(reasons(ground, mark)).hasSize(wanted).doesNotContain("");
      figures.add("parked", 2L * wanted);
      oracle.holds(crowd, figures);
    }
  }

  private static Duration parked(Service service, String metric, double wanted) {
    return Ground.until(metric, () -> service.metric(metric) >= wanted);
  }

  private static List<String> reasons(Ground ground, Map<TopicPartition, Long> mark) {
    List<String> reasons = new ArrayList<>();
    ground
        .records("parked")
        .since(
            mark,
            record -> {
              Header reason = record.headers().lastHeader("parked.reason");
              reasons.add(reason == null ? "" : new String(reason.value(), UTF_8));
            });
    return reasons;
  }

  private static void poison(Ground ground, String topic) {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", ground.stage().bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      List<Future<?>> sent = new ArrayList<>();
      for (int partition = 0; partition < PARTITIONS; partition++) {
        rubbish(topic, partition).forEach(record -> sent.add(producer.send(record)));
      }
      producer.flush();
      assertThat(sent).allMatch(Future::isDone);
    }
  }

  private static List<ProducerRecord<byte[], byte[]>> rubbish(String topic, int partition) {
    byte[] key = "poison".getBytes(UTF_8);
    return List.of(
        new ProducerRecord<>(topic, partition, null, "no key".getBytes(UTF_8)),
        new ProducerRecord<>(topic, partition, key, null),
        new ProducerRecord<>(topic, partition, key, "{\"id\": ".getBytes(UTF_8)),
        new ProducerRecord<>(topic, partition, key, new byte[900_000]));
  }
}
