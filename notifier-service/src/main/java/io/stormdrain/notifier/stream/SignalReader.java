package io.stormdrain.notifier.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stormdrain.notifier.delivery.Outbox;
import io.stormdrain.notifier.incident.CaseFile;
import io.stormdrain.notifier.incident.Docket;
import io.stormdrain.notifier.incident.Incident;
import io.stormdrain.notifier.incident.Transition;
import io.stormdrain.notifier.signal.SignalJson;
import io.stormdrain.notifier.signal.StoryEntry;
import io.stormdrain.notifier.store.IncidentStore;
import io.stormdrain.notifier.store.ParkedSignals;
import io.stormdrain.notifier.store.Positions;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/**
 * Takes records of topic {@code signals} into the database: what they change of incidents, what is
 * to be told, and how far was read, all in the caller's one transaction. A record that was read
 * before, by this instance or another, is passed over.
 */
@Singleton
class SignalReader {

  private record Entry(int partition, StoryEntry story) {}

  private final Positions positions;
  private final ParkedSignals parked;
  private final IncidentStore store;
  private final Outbox outbox;
  private final InstantSource clock;
  private final SignalMetrics metrics;

  SignalReader(
      Positions positions,
      ParkedSignals parked,
      IncidentStore store,
      Outbox outbox,
      InstantSource clock,
      SignalMetrics metrics) {
    this.positions = positions;
    this.parked = parked;
    this.store = store;
    this.outbox = outbox;
    this.clock = clock;
    this.metrics = metrics;
  }

  /** Returns whether anything is to be told. */
  boolean take(ConsumerRecords<byte[], byte[]> records) {
    List<Entry> entries = new ArrayList<>();
    for (TopicPartition partition : records.partitions()) {
      read(partition, records.records(partition), entries);
    }
    List<Docket.About> apps =
        entries.stream()
            .map(Entry::story)
            .map(e -> new Docket.About(e.source(), e.app(), e.platform(), e.environment()))
            .toList();
    Map<String, CaseFile> files = apps.isEmpty() ? Map.of() : store.open(apps);
    for (Entry entry : entries) {
      StoryEntry story = entry.story();
      Objects.requireNonNull(files.get(story.source())).accept(story, clock.instant());
      store.foundIn(story.source(), entry.partition());
    }
    return keep(files);
  }

  /** Keeps what has changed in these case files. */
  boolean keep(Map<String, CaseFile> files) {
    boolean told = false;
    for (CaseFile file : files.values()) {
      store.save(file);
      List<Transition> transitions = file.docket().transitions();
      if (!transitions.isEmpty()) {
        Map<UUID, Incident> incidents = new HashMap<>();
        file.docket().incidents().forEach(incident -> incidents.put(incident.id(), incident));
        outbox.enqueue(transitions, id -> Objects.requireNonNull(incidents.get(id)));
        metrics.transitions(transitions, clock.instant());
        told = true;
      }
    }
    return told;
  }

  private void read(
      TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records, List<Entry> out) {
    long next = positions.lock(partition);
    for (ConsumerRecord<byte[], byte[]> record : records) {
      if (record.offset() >= next) {
        try {
          out.add(new Entry(partition.partition(), SignalJson.read(kind(record), record.value())));
          metrics.read();
        } catch (IOException e) {
          parked.add(record, String.valueOf(e.getMessage()));
          metrics.parked();
        }
      }
    }
    positions.advance(partition, Math.max(next, records.getLast().offset() + 1));
  }

  private static String kind(ConsumerRecord<byte[], byte[]> record) {
    Header kind = record.headers().lastHeader("kind");
    return kind == null ? "" : new String(kind.value(), UTF_8);
  }
}
