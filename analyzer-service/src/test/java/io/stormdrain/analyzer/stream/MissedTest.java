package io.stormdrain.analyzer.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MissedTest {

  private static final TopicPartition PARTITION = new TopicPartition("log-lines", 1);

  @ParameterizedTest
  @CsvSource({
    "10, 10, 0, nothing",
    "10, 25, 25, what was deleted in between",
    "10, 25, 15, the deleted ones and then a mark of a transaction",
    "10, 12, 0, a mark of a transaction",
    "10, 5, 0, what is read again",
  })
  void onlyWhatKafkaDeletedCounts(long unread, long next, long oldest, String what) {
    MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    consumer.updateBeginningOffsets(Map.of(PARTITION, oldest));
    var lines = new SimpleMeterRegistry().counter("missed");

    new Missed(consumer, lines).look(PARTITION, unread, next);

    long expected = oldest > unread ? oldest - unread : 0;
    assertThat(Math.round(lines.count())).as(what).isEqualTo(expected);
  }
}
