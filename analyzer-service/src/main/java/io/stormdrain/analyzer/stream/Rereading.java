package io.stormdrain.analyzer.stream;

import io.stormdrain.analyzer.classify.Classifier;
import io.stormdrain.analyzer.signal.Signal;
import io.stormdrain.analyzer.vitals.Vitals;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads kept records of one partition of {@code log-lines} once more, as the service reads them:
 * what they say is handed out and goes nowhere. The clock by which processes fall silent is the
 * caller's. Serves one thread.
 */
public final class Rereading {

  private final LineReader reader = new LineReader();
  private final Partition partition;
  private long now;

  /**
   * @param classifier of its own
   * @param from offset of the first record; nothing is known of those before it
   */
  public Rereading(Classifier classifier, long from) {
    this.partition = new Partition(() -> classifier, from, Floors.at(from));
  }

  /**
   * Takes the next record; adds what it says to {@code out}.
   *
   * @return whether it is a line: what is none is parked by the service
   */
  public boolean accept(ConsumerRecord<byte[], byte[]> record, List<Signal> out) {
    if (reader.read(record) instanceof Reading.Line line) {
      partition.accept(line, now, out);
      return true;
    }
    partition.skip(record.offset());
    return false;
  }

  /** It is this time now: stack traces of processes that fell silent are told. */
  public void pass(Instant time, List<Signal> out) {
    now = TimeUnit.MILLISECONDS.toNanos(time.toEpochMilli());
    partition.fallSilent(now, out);
  }

  /** What was counted since this was last asked. */
  public List<Vitals> takeVitals() {
    return partition.takeVitals();
  }

  /** There are no more lines: every open stack trace is told. */
  public void end(List<Signal> out) {
    partition.end(out);
  }
}
