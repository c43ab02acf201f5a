package io.stormdrain.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.engines.Engines;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

/** W3C trace context goes with a line, from the request that brought it to what is made of it. */
final class TraceContextTest {

  private static final String APP = "traced";
  private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Stage stage = Stage.shared();

  @Test
  void aRequestsTraceIsInTheRecordsOfItsLinesAndOfTheirSignals() throws Exception {
    stage.play(APP, "0s app[web.1]: not sent");

    assertThat(post("State changed from starting to up")).isEqualTo(204);
    stage.settle();

    assertThat(records("log-lines"))
        .isNotEmpty()
        .allSatisfy(record -> assertThat(trace(record)).isEqualTo(TRACE));
    assertThat(records("signals"))
        .filteredOn(record -> record.value().contains("process.up"))
        .isNotEmpty()
        .allSatisfy(record -> assertThat(trace(record)).isEqualTo(TRACE));
  }

  private int post(String message) throws IOException, InterruptedException {
    URI drain = URI.create(stage.drain(APP));
    String frame = "<45>1 %s host heroku web.1 - %s".formatted(Instant.now(), message);
    HttpRequest request =
        HttpRequest.newBuilder(stage.ingest.at("/logplex"))
            .header(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(drain.getUserInfo().getBytes(UTF_8)))
            .header("Content-Type", "application/logplex-1")
            .header("traceparent", TRACE)
            .POST(HttpRequest.BodyPublishers.ofString(frame.length() + " " + frame))
            .build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  /** What the app's own records are now. */
  private static List<ConsumerRecord<String, String>> records(String topic) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("bootstrap.servers", Engines.kafka());
    settings.put("isolation.level", "read_committed");
    List<ConsumerRecord<String, String>> found = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      Instant limit = Instant.now().plus(PATIENCE);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        assertThat(Instant.now()).isBefore(limit);
        consumer
            .poll(Duration.ofMillis(100))
            .forEach(record -> {
              if (APP.equals(record.key())) {
                found.add(record);
              }
            });
      }
    }
    return found;
  }

  private static String trace(ConsumerRecord<String, String> record) {
    Header header = record.headers().lastHeader("traceparent");
    return header == null ? "none" : new String(header.value(), UTF_8);
  }
}
