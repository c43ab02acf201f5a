package io.stormdrain.notifier.line;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.common.annotation.Identifier;
import io.stormdrain.notifier.kept.KeptPartition;
import io.stormdrain.notifier.kept.KeptTopic;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads log lines back from Kafka, for people who look at a page. Bounded: a few at a time, each
 * for so many lines and so long; whoever asks is told how far it looked.
 */
@Singleton
public class LogLines {

  private static final Logger LOG = LoggerFactory.getLogger(LogLines.class);

  /** At most so many lines are read for one answer. */
  static final long MOST_READ = 200_000;

  private static final long MOST_AROUND = 20_000;
  private static final int FIRST_STEP = 500;
  private static final int AT_A_TIME = 4;
  private static final Duration QUEUEING = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final KeptTopic topic;
  private final Semaphore places = new Semaphore(AT_A_TIME);

  LogLines(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
    this.topic = new KeptTopic("log-lines", kafka);
  }

  /**
   * A line with those of the same app around it.
   *
   * @param source the app that it has to be of
   * @param before at most so many lines before it
   * @param after at most so many after it
   */
  public Excerpt around(String source, int partition, long offset, int before, int after) {
    return read(
        () -> topic.partition(partition, PATIENCE),
        reader -> around(reader, source.getBytes(UTF_8), offset, before, after),
        end -> new Excerpt.Missing(end == Looked.End.BUSY ? Excerpt.Why.BUSY : Excerpt.Why.SILENT));
  }

  /**
   * Looks for lines, the earliest first.
   *
   * @param sink takes each as it is found, and says whether to go on
   */
  public Looked search(Search search, Predicate<LogLine> sink) {
    return read(
        () -> topic.partitionOf(search.source(), PATIENCE),
        reader -> search(reader, search, sink),
        Looked::nowhere);
  }

  private static Excerpt around(
      KeptPartition reader, byte[] key, long offset, int before, int after) {
    long begin = reader.begin();
    if (offset < begin) {
      return new Excerpt.Missing(Excerpt.Why.FORGOTTEN);
    }
    long end = reader.end();
    List<LogLine> from = new ArrayList<>();
    reader.each(
        offset,
        Math.min(end, offset + MOST_AROUND),
        record -> {
          if (record.offset() == offset && !Arrays.equals(record.key(), key)) {
            return false;
          }
          if (Arrays.equals(record.key(), key)) {
            from.add(LogLine.of(record));
          }
          return from.size() <= after;
        });
    if (from.isEmpty() || from.getFirst().offset() != offset) {
      return new Excerpt.Missing(reader.isLate() ? Excerpt.Why.SILENT : Excerpt.Why.REPLACED);
    }
    return new Excerpt.Shown(
        before(reader, key, begin, offset, before), from.getFirst(), from.subList(1, from.size()));
  }

  /** Kafka reads forwards only: from ever further back, until there are enough. */
  private static List<LogLine> before(
      KeptPartition reader, byte[] key, long begin, long offset, int most) {
    Deque<LogLine> found = new ArrayDeque<>();
    long until = offset;
    long step = FIRST_STEP;
    while (found.size() < most && until > begin && offset - until < MOST_AROUND) {
      long from = Math.max(begin, until - step);
      List<LogLine> some = new ArrayList<>();
      reader.each(
          from,
          until,
          record -> {
            if (Arrays.equals(record.key(), key)) {
              some.add(LogLine.of(record));
            }
            return true;
          });
      some.reversed().forEach(found::addFirst);
      if (reader.isLate()) {
        break;
      }
      until = from;
      step *= 4;
    }
    List<LogLine> all = new ArrayList<>(found);
    return all.subList(Math.max(0, all.size() - most), all.size());
  }

  private static Looked search(KeptPartition reader, Search search, Predicate<LogLine> sink) {
    Hunt hunt = new Hunt(search, sink);
    // Times are not in order, but nothing before the first that is late enough is.
    long first = search.cursor() == null ? reader.at(search.from()) : search.cursor();
    long from = Math.max(reader.begin(), first);
    long until = Math.max(from, reader.end());
    long next = reader.each(from, Math.min(until, from + MOST_READ), hunt::look);
    return hunt.looked(reader, next, next >= until);
  }

  /** A way to a partition; it may take its time. */
  private interface Opening {
    KeptPartition open();
  }

  private <T> T read(
      Opening opening, Function<KeptPartition, T> work, Function<Looked.End, T> otherwise) {
    try {
      if (!places.tryAcquire(QUEUEING.toMillis(), TimeUnit.MILLISECONDS)) {
        return otherwise.apply(Looked.End.BUSY);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return otherwise.apply(Looked.End.BUSY);
    }
    try (KeptPartition reader = opening.open()) {
      return work.apply(reader);
    } catch (KafkaException e) {
      LOG.warn("log lines cannot be read back: {}", e.toString());
      return otherwise.apply(Looked.End.SILENT);
    } finally {
      places.release();
    }
  }
}
