package io.stormdrain.notifier.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stormdrain.notifier.delivery.Outbox;
import io.stormdrain.notifier.incident.App;
import io.stormdrain.notifier.incident.CaseFile;
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

  SignalReader(
      Positions positions,
      ParkedSignals parked,
      IncidentStore store,
      Outbox outbox,
      InstantSource clock) {
    this.positions = positions;
    this.parked = parked;
    this.store = store;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Takes a batch. */
  Taken take(ConsumerRecords<byte[], byte[]> records) {
    List<Entry> entries = new ArrayList<>();
    int unread = 0;
    int repeated = 0;
    for (TopicPartition partition : records.partitions()) {
      List<ConsumerRecord<byte[], byte[]>> all = records.records(partition);
      List<ConsumerRecord<byte[], byte[]>> fresh = fresh(partition, all);
      repeated += all.size() - fresh.size();
      for (ConsumerRecord<byte[], byte[]> record : fresh) {
        try {
          entries.add(
              new Entry(partition.partition(), SignalJson.read(kind(record), record.value())));
        } catch (IOException e) {
          parked.add(record, String.valueOf(e.getMessage()));
          unread++;
        }
      }
    }
    return new Taken(entries.size(), unread, repeated, keep(changed(entries)));
  }

  /** Keeps a record that can never be taken, and goes on behind it. */
  Taken park(ConsumerRecord<byte[], byte[]> record, RuntimeException fault) {
    TopicPartition partition = new TopicPartition(record.topic(), record.partition());
    boolean fresh = !fresh(partition, List.of(record)).isEmpty();
    if (fresh) {
      parked.add(record, fault.toString());
    }
    return new Taken(0, fresh ? 1 : 0, fresh ? 0 : 1, List.of());
  }

  /** Keeps what has changed in these case files; returns what that is. */
  List<Transition> keep(Map<String, CaseFile> files) {
    List<Transition> all = new ArrayList<>();
    for (CaseFile file : files.values()) {
      store.save(file);
      List<Transition> transitions = file.docket().transitions();
      if (!transitions.isEmpty()) {
        Map<UUID, Incident> incidents = new HashMap<>();
        file.docket().incidents().forEach(incident -> incidents.put(incident.id(), incident));
        outbox.enqueue(transitions, id -> Objects.requireNonNull(incidents.get(id)));
        all.addAll(transitions);
      }
    }
    return all;
  }

  private Map<String, CaseFile> changed(List<Entry> entries) {
    if (entries.isEmpty()) {
      return Map.of();
    }
    Map<String, CaseFile> files =
        store.open(
            entries.stream()
                .map(Entry::story)
                .map(e -> new App(e.source(), e.app(), e.platform(), e.environment()))
                .toList());
    for (Entry entry : entries) {
      StoryEntry story = entry.story();
      accept(Objects.requireNonNull(files.get(story.source())), story);
      store.foundIn(story.source(), entry.partition());
    }
    return files;
  }

  private void accept(CaseFile file, StoryEntry story) {
    try {
      file.accept(story, clock.instant());
    } catch (RuntimeException e) {
      throw new UnreadableStoryException(e);
    }
  }

  /** Locks the partition, notes how far it is read with these, and leaves out what was before. */
  private List<ConsumerRecord<byte[], byte[]>> fresh(
      TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records) {
    long next = positions.lock(partition);
    positions.advance(partition, Math.max(next, records.getLast().offset() + 1));
    return records.stream().filter(record -> record.offset() >= next).toList();
  }

  private static String kind(ConsumerRecord<byte[], byte[]> record) {
    Header kind = record.headers().lastHeader("kind");
    return kind == null ? "" : new String(kind.value(), UTF_8);
  }
}
