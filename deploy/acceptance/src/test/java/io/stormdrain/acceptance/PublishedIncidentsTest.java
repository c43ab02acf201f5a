package io.stormdrain.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stormdrain.engines.Engines;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

/** Whoever builds on incidents finds in Kafka what the API tells. */
final class PublishedIncidentsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Stage stage = Stage.shared();

  @Test
  void everyTransitionIsInTheHistoryAndTheLatestInTheTable() throws IOException {
    Play play =
        stage.play(
            "published",
            """
            0s app[web.1]: ModuleNotFoundError: No module named 'typer'
            1s heroku[web.1]: Process exited with status 1
            1s heroku[web.1]: State changed from starting to crashed

            60s heroku[web.1]: State changed from crashed to starting
            70s heroku[web.1]: State changed from starting to up
            """);
    play.toTheEnd();
    String id = play.told("recovering").getFirst().path("id").asText();
    JsonNode told = JSON.readTree(stage.notifier.get("/api/v1/incidents/" + id));
    int transitions = told.path("transitions").size();
    assertThat(transitions).isGreaterThan(1);

    Await.until(
        "the history of " + id,
        Duration.ofSeconds(20),
        () -> reasons("incident-history", id).size() >= transitions,
        () -> reasons("incident-history", id));
    List<String> reasons = new ArrayList<>();
    told.path("transitions").forEach(t -> reasons.add(t.path("reason").asText()));
    assertThat(List.copyOf(reasons("incident-history", id).values())).isEqualTo(reasons);
    assertThat(reasons("incidents", id)).containsEntry(transitions, reasons.getLast());
  }

  /** Reasons by their number, as the topic has them for one incident. */
  private Map<Integer, String> reasons(String topic, String id) {
    Map<Integer, String> reasons = new LinkedHashMap<>();
    for (ConsumerRecord<String, String> record : records(topic)) {
      if (id.equals(record.key())) {
        JsonNode transition = read(record.value());
        reasons.putIfAbsent(transition.path("seq").asInt(), transition.path("reason").asText());
      }
    }
    return reasons;
  }

  private List<ConsumerRecord<String, String>> records(String topic) {
    Map<String, Object> settings = Map.of("bootstrap.servers", Engines.kafka());
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<String, String>> all = new ArrayList<>();
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(Duration.ofMillis(100)).forEach(all::add);
      }
      return all;
    }
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new AssertionError(json, e);
    }
  }
}
