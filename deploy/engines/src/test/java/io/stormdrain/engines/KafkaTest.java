package io.stormdrain.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
final class KafkaTest {

  @Test
  void committedTransactionsSurviveKill9AndAbortedOnesStayUnread() throws Exception {
    String key = UUID.randomUUID().toString();
    try (KafkaProducer<String, String> producer = transactional()) {
      producer.beginTransaction();
      producer.send(record(key, "kept 1", Instant.now())).get();
      producer.send(record(key, "kept 2", Instant.now())).get();
      producer.commitTransaction();
      producer.beginTransaction();
      producer.send(record(key, "aborted", Instant.now())).get();
      producer.abortTransaction();
    }

    Engines.killKafka();
    Engines.restartKafka();

    try (KafkaProducer<String, String> producer = transactional()) {
      producer.beginTransaction();
      producer.send(record(key, "kept 3", Instant.now())).get();
      producer.commitTransaction();
    }
    assertThat(read(key, 3)).containsExactly("kept 1", "kept 2", "kept 3");
  }

  @Test
  void linesMayBeOldButNotFromTheFuture() throws Exception {
    try (KafkaProducer<String, String> producer = transactional()) {
      producer.beginTransaction();
      producer.send(record("k", "old", Instant.parse("2019-01-01T00:00:00Z"))).get();
      producer.send(record("k", "ahead", Instant.now().plus(Duration.ofHours(20)))).get();
      var refused = producer.send(record("k", "far", Instant.now().plus(Duration.ofHours(30))));

      assertThatThrownBy(refused::get).hasCauseInstanceOf(InvalidTimestampException.class);
      producer.abortTransaction();
    }
  }

  @Test
  void everyTopicIsBoundedInAgeAndSize() throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", Engines.kafka()))) {
      for (String topic : List.of("log-lines", "signals", "parked", "incident-history")) {
        var described = admin.describeTopics(List.of(topic)).allTopicNames().get();
        assertThat(described.values())
            .singleElement()
            .extracting(t -> t.partitions().size())
            .isEqualTo(4);
        Config config = config(admin, topic);
        assertThat(Long.parseLong(config.get("retention.ms").value())).isPositive();
        assertThat(Long.parseLong(config.get("retention.bytes").value())).isPositive();
      }
    }
  }

  @Test
  void incidentsKeepTheLatestOfEach() throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", Engines.kafka()))) {
      assertThat(config(admin, "incidents").get("cleanup.policy").value()).isEqualTo("compact");
    }
  }

  @Test
  void creatingTheTopicsAgainChangesNothing() throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", Engines.kafka()))) {
      Config before = config(admin, "log-lines");

      Topics.create(Engines.kafka());

      assertThat(config(admin, "log-lines")).isEqualTo(before);
    }
  }

  @Test
  void anUnknownTopicIsNotCreatedByAsking() throws Exception {
    Map<String, Object> settings = Map.of("bootstrap.servers", Engines.kafka());
    try (KafkaConsumer<String, String> consumer =
            new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
        Admin admin = Admin.create(settings)) {
      assertThat(consumer.partitionsFor("no-such-topic")).isEmpty();
      assertThat(admin.listTopics().names().get()).doesNotContain("no-such-topic");
    }
  }

  private static Config config(Admin admin, String topic) throws Exception {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    return admin.describeConfigs(List.of(resource)).all().get().values().iterator().next();
  }

  private static ProducerRecord<String, String> record(String key, String value, Instant time) {
    return new ProducerRecord<>("log-lines", null, time.toEpochMilli(), key, value);
  }

  private static KafkaProducer<String, String> transactional() {
    KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers", Engines.kafka(),
                "compression.type", "lz4",
                "transactional.id", "engines-test"),
            new StringSerializer(),
            new StringSerializer());
    producer.initTransactions();
    return producer;
  }

  /** As a group with the short sessions that the services use. */
  private static List<String> read(String key, int count) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers", Engines.kafka(),
            "group.id", UUID.randomUUID().toString(),
            "session.timeout.ms", "3000",
            "heartbeat.interval.ms", "1000",
            "auto.offset.reset", "earliest",
            "isolation.level", "read_committed");
    List<String> values = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of("log-lines"));
      while (values.size() < count) {
        for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
          if (key.equals(record.key())) {
            values.add(record.value());
          }
        }
      }
    }
    return values;
  }
}
