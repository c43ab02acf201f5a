package io.stormdrain.notifier.line;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stormdrain.notifier.kept.KeptPartition;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** One search on its way. */
final class Hunt {

  /** The lines of one app are in the order of their times, but for so much. */
  private static final Duration DISORDER = Duration.ofMinutes(1);

  private final Search search;
  private final Predicate<LogLine> sink;
  private final byte[] key;
  private int found;
  private boolean left;
  private boolean past;

  /**
   * @param sink takes what is found, and says whether to go on
   */
  Hunt(Search search, Predicate<LogLine> sink) {
    this.search = search;
    this.sink = sink;
    this.key = search.source().getBytes(UTF_8);
  }

  /** Looks at a record, and says whether to go on. */
  boolean look(ConsumerRecord<byte[], byte[]> record) {
    if (!Arrays.equals(record.key(), key)) {
      return true;
    }
    LogLine line = LogLine.of(record);
    if (search.finds(line)) {
      found++;
      left = !sink.test(line);
    }
    past = !line.time().isBefore(search.until().plus(DISORDER));
    return !left && !past && found < search.most();
  }

  /**
   * What came of it.
   *
   * @param next offset behind the last record
   * @param atTheEnd whether that is the end of the log
   */
  Looked looked(KeptPartition reader, long next, boolean atTheEnd) {
    return new Looked(end(past || atTheEnd), reader.read(), reader.upTo(), next);
  }

  private Looked.End end(boolean all) {
    if (left) {
      return Looked.End.LEFT;
    }
    if (all) {
      return Looked.End.ALL;
    }
    return found >= search.most() ? Looked.End.ENOUGH : Looked.End.LONG;
  }
}
