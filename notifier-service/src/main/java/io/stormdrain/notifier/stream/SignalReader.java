package io.stormdrain.notifier.stream;

import io.stormdrain.notifier.announcement.Announcements;
import io.stormdrain.notifier.delivery.Filing;
import io.stormdrain.notifier.incident.App;
import io.stormdrain.notifier.incident.CaseFile;
import io.stormdrain.notifier.incident.Transition;
import io.stormdrain.notifier.signal.Signal;
import io.stormdrain.notifier.signal.StoryEntry;
import io.stormdrain.notifier.signal.Vitals;
import io.stormdrain.notifier.store.IncidentStore;
import io.stormdrain.notifier.store.VitalsStore;
import io.stormdrain.notifier.stream.SignalRecords.Entry;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * Takes records of topic {@code signals} into the database: what they change of incidents, what was
 * counted, what is to be told, and how far was read, all in the caller's one transaction.
 */
@Singleton
class SignalReader {

  private final SignalRecords records;
  private final IncidentStore store;
  private final VitalsStore vitals;
  private final Filing filing;
  private final Announcements announcements;
  private final InstantSource clock;

  SignalReader(
      SignalRecords records,
      IncidentStore store,
      VitalsStore vitals,
      Filing filing,
      Announcements announcements,
      InstantSource clock) {
    this.records = records;
    this.store = store;
    this.vitals = vitals;
    this.filing = filing;
    this.announcements = announcements;
    this.clock = clock;
  }

  /** Takes a batch. */
  Taken take(ConsumerRecords<byte[], byte[]> batch) {
    SignalRecords.Batch read = records.read(batch);
    return new Taken(
        read.entries().size(), read.unread(), read.repeated(), keep(changed(read.entries())));
  }

  /** Keeps a record that can never be taken, and goes on behind it. */
  Taken park(ConsumerRecord<byte[], byte[]> record, RuntimeException fault) {
    SignalRecords.Batch parked = records.park(record, fault.toString());
    return new Taken(0, parked.unread(), parked.repeated(), List.of());
  }

  /** Keeps what has changed in these case files; returns what that is. */
  List<Transition> keep(Map<String, CaseFile> files) {
    return filing.keep(files.values());
  }

  private Map<String, CaseFile> changed(List<Entry> entries) {
    if (entries.isEmpty()) {
      return Map.of();
    }
    Map<String, CaseFile> files =
        store.open(entries.stream().map(Entry::story).map(SignalReader::app).toList());
    for (Entry entry : entries) {
      StoryEntry story = entry.story();
      accept(Objects.requireNonNull(files.get(story.source())), story);
      if (story instanceof Signal signal) {
        announcements.hear(signal);
      }
      store.foundIn(story.source(), entry.partition());
    }
    vitals.add(
        entries.stream()
            .map(Entry::story)
            .filter(Vitals.class::isInstance)
            .map(Vitals.class::cast)
            .toList());
    return files;
  }

  private static App app(StoryEntry said) {
    return new App(
        said.source(),
        said.app(),
        said.platform(),
        said.environment(),
        Objects.requireNonNullElse(said.team(), ""));
  }

  private void accept(CaseFile file, StoryEntry story) {
    try {
      file.accept(story, clock.instant());
    } catch (RuntimeException e) {
      throw new UnreadableStoryException(e);
    }
  }
}
