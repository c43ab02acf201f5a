package io.stormdrain.local.backtest;

import io.stormdrain.analyzer.classify.Classifier;
import io.stormdrain.analyzer.signal.Signal;
import io.stormdrain.analyzer.stream.Rereading;
import io.stormdrain.local.classify.Wire;
import io.stormdrain.notifier.backtest.Backtest;
import io.stormdrain.notifier.signal.StoryEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * One partition's lines on the road that they took: read, classified, and told to alert rules. Time
 * passes with the lines, so that what silence brings about happens as it did.
 */
public final class Retelling implements KeptLines.Visitor {

  /** As often as the analyzer tells what it has counted. */
  private static final Duration VITALS_EVERY = Duration.ofSeconds(10);

  private final Rereading reading;
  private final Sight sight;
  private final List<Backtest> rules;
  private final List<Signal> signals = new ArrayList<>();
  private Instant now;
  private Instant vitalsAt;
  private long lines;

  /**
   * What of it is looked at.
   *
   * @param from the first time
   * @param until the last time
   * @param app only of this one; null for all
   */
  public record Sight(Instant from, Instant until, @Nullable String app) {
    private boolean covers(StoryEntry entry) {
      return app == null || entry.app().equals(app);
    }
  }

  /**
   * Begins with a partition.
   *
   * @param rules all of which are told the same
   * @param offset of its first record
   */
  public Retelling(Classifier classifier, Sight sight, List<Backtest> rules, long offset) {
    this.reading = new Rereading(classifier, offset);
    this.sight = sight;
    this.rules = List.copyOf(rules);
    this.now = sight.from();
    this.vitalsAt = sight.from();
  }

  @Override
  public void visit(ConsumerRecord<byte[], byte[]> record) {
    Instant time = Instant.ofEpochMilli(record.timestamp());
    if (time.isAfter(sight.until())) {
      return;
    }
    if (time.getEpochSecond() > now.getEpochSecond()) {
      pass(time);
    }
    lines += reading.accept(record, signals) ? 1 : 0;
    tell();
  }

  /** Time goes on up to the last that is looked at. */
  @Override
  public long end() {
    reading.end(signals);
    tell();
    tellVitals();
    pass(sight.until());
    return lines;
  }

  private void pass(Instant time) {
    reading.pass(time, signals);
    tell();
    if (!time.isBefore(vitalsAt.plus(VITALS_EVERY))) {
      tellVitals();
      vitalsAt = time;
    }
    rules.forEach(set -> set.pass(time));
    now = time;
  }

  private void tell() {
    signals.forEach(signal -> tell(Wire.of(signal)));
    signals.clear();
  }

  private void tellVitals() {
    reading.takeVitals().forEach(vitals -> tell(Wire.of(vitals)));
  }

  private void tell(StoryEntry entry) {
    if (sight.covers(entry)) {
      rules.forEach(set -> set.accept(entry, now));
    }
  }
}
