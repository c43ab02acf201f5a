package io.stormdrain.acceptance.fault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/** Lines since a moment: as they are in the topic, and as the analyzer has counted them. */
final class Tally {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Ground ground;
  private final Map<TopicPartition, Long> lines;
  private final Map<TopicPartition, Long> signals;

  /** From now on. */
  Tally(Ground ground) {
    this.ground = ground;
    this.lines = ground.records("log-lines").mark();
    this.signals = ground.records("signals").mark();
  }

  /** Texts of an app's records by the name of the line; more than one where it came again. */
  Map<String, List<String>> records(String app) {
    return records().getOrDefault(app, Map.of());
  }

  /** The same of all apps. */
  Map<String, Map<String, List<String>>> records() {
    Map<String, Map<String, List<String>>> all = new TreeMap<>();
    ground
        .records("log-lines")
        .since(
            lines,
            record -> {
              if (record.value() != null) {
                all.computeIfAbsent(key(record), app -> new TreeMap<>())
                    .computeIfAbsent(header(record, "frame"), frame -> new ArrayList<>())
                    .add(new String(record.value(), UTF_8));
              }
            });
    return all;
  }

  /** Returns when the analyzer has counted so many lines of each app; more are too many. */
  void awaitCounted(Map<String, Long> wanted) {
    Ground.until(
        "that " + wanted + " are counted",
        () -> {
          Map<String, Long> counts = counts();
          wanted.forEach((app, count) ->
              assertThat(counts.getOrDefault(app, 0L))
                  .as("lines of %s that were counted", app)
                  .isLessThanOrEqualTo(count));
          return counts.entrySet().containsAll(wanted.entrySet());
        });
  }

  /** By the vitals that the notifier is told: they are added up. */
  private Map<String, Long> counts() {
    Map<String, Long> counts = new TreeMap<>();
    ground
        .records("signals")
        .since(
            signals,
            record -> {
              if (header(record, "kind").equals("vitals")) {
                counts.merge(key(record), countOf(record.value()), Long::sum);
              }
            });
    return counts;
  }

  private static String key(ConsumerRecord<byte[], byte[]> record) {
    return record.key() == null ? "" : new String(record.key(), UTF_8);
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), UTF_8);
  }

  private static long countOf(byte[] vitals) {
    try {
      return JSON.readTree(vitals).path("lines").asLong();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
