package io.stormdrain.analyzer.stream;

import io.stormdrain.analyzer.AnalyzerConfig;
import io.stormdrain.analyzer.AnalyzerMetrics;
import io.stormdrain.analyzer.Backlog;
import io.stormdrain.analyzer.classify.Classifier;
import io.stormdrain.analyzer.signal.Signal;
import io.stormdrain.analyzer.vitals.Vitals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads, classifies and writes, from one start of the Kafka clients to their end. What is written
 * and how far was read are committed in one transaction, so every signal is there once.
 */
final class LineSession implements ConsumerRebalanceListener {

  private static final Logger LOG = LoggerFactory.getLogger(LineSession.class);
  private static final Duration POLL = Duration.ofMillis(100);

  /**
   * While lines wait to be read, what was said waits so long for company: a commit has its price.
   */
  private static final long LEAST_BETWEEN_COMMITS = Duration.ofMillis(50).toNanos();

  private final Consumer<byte[], byte[]> consumer;
  private final Producer<byte[], byte[]> producer;
  private final Supplier<Classifier> classifier;
  private final AnalyzerConfig config;
  private final AnalyzerMetrics metrics;
  private final Backlog backlog;
  private final Outgoing outgoing;
  private final Missed missed;
  private final LineReader reader = new LineReader();
  private final LineCounts counts = new LineCounts();
  private final Map<TopicPartition, Partition> partitions = new HashMap<>();
  private final List<Signal> signals = new ArrayList<>();
  private final List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
  private long committedAt = System.nanoTime();
  private long vitalsAt = System.nanoTime();
  private boolean moved;

  LineSession(
      Consumer<byte[], byte[]> consumer,
      Producer<byte[], byte[]> producer,
      Supplier<Classifier> classifier,
      AnalyzerConfig config,
      AnalyzerMetrics metrics,
      Backlog backlog) {
    this.consumer = consumer;
    this.producer = producer;
    this.classifier = classifier;
    this.config = config;
    this.metrics = metrics;
    this.backlog = backlog;
    this.outgoing = new Outgoing(config);
    this.missed = new Missed(consumer, metrics.missed);
  }

  void begin() {
    producer.initTransactions();
    consumer.subscribe(List.of(config.lines()), this);
  }

  /** Partitions that are its own at the moment. */
  Set<TopicPartition> assigned() {
    return Set.copyOf(partitions.keySet());
  }

  /** One round: what has come since the last one, and what is due. */
  void round() {
    ConsumerRecords<byte[], byte[]> polled = consumer.poll(POLL);
    long now = System.nanoTime();
    for (TopicPartition key : polled.partitions()) {
      Partition partition = partitions.get(key);
      if (partition != null) {
        List<ConsumerRecord<byte[], byte[]>> read = polled.records(key);
        missed.look(key, partition.unread(), read.getFirst().offset());
        read.forEach(record -> take(partition, record, now));
        moved = true;
      }
    }
    for (Partition partition : partitions.values()) {
      partition.fallSilent(now, signals);
      counts.addForgotten(partition.takeForgotten(), partition.takeForgottenFrames());
    }
    if (now - vitalsAt >= config.vitalsEvery().toNanos()) {
      partitions.values().forEach(this::addVitals);
      vitalsAt = now;
    }
    counts.tell(metrics);
    long lag = lag();
    if (isDue(now - committedAt, lag)) {
      commit();
    }
    backlog.is(lag, age(polled));
  }

  private boolean isDue(long sinceCommit, long lag) {
    if (signals.isEmpty() && records.isEmpty()) {
      return moved && sinceCommit >= config.commitEvery().toNanos();
    }
    return lag == 0 || sinceCommit >= LEAST_BETWEEN_COMMITS;
  }

  private void take(Partition partition, ConsumerRecord<byte[], byte[]> record, long now) {
    Reading reading = reader.read(record);
    if (reading instanceof Reading.Line line) {
      try {
        counts.add(partition.accept(line, now, signals));
      } catch (RuntimeException fault) {
        LOG.error(
            "a line could not be classified: partition={} offset={}",
            record.partition(),
            record.offset(),
            fault);
        park(partition, record, Reading.Reason.CLASSIFIER_FAILED);
      }
    } else if (reading instanceof Reading.Unreadable unreadable) {
      park(partition, record, unreadable.reason());
    }
  }

  private void park(
      Partition partition, ConsumerRecord<byte[], byte[]> record, Reading.Reason reason) {
    if (!partition.rebuilding()) {
      counts.addParked();
      records.add(outgoing.parked(record, reason));
    }
    partition.skip(record.offset());
  }

  private void addVitals(Partition partition) {
    if (!partition.rebuilding()) {
      for (Vitals vitals : partition.takeVitals()) {
        records.add(outgoing.of(vitals));
        metrics.vitals.increment();
      }
    }
  }

  private void commit() {
    producer.beginTransaction();
    signals.forEach(signal -> send(outgoing.of(signal)));
    records.forEach(this::send);
    producer.sendOffsetsToTransaction(positions(), consumer.groupMetadata());
    producer.commitTransaction();
    metrics.signals.increment(signals.size());
    signals.clear();
    records.clear();
    committedAt = System.nanoTime();
    moved = false;
  }

  // A record that cannot be sent makes the commit of its transaction fail.
  @SuppressWarnings("FutureReturnValueIgnored")
  private void send(ProducerRecord<byte[], byte[]> record) {
    producer.send(record);
  }

  private Map<TopicPartition, OffsetAndMetadata> positions() {
    Map<TopicPartition, OffsetAndMetadata> positions = new HashMap<>();
    partitions.forEach((key, partition) -> {
      if (!partition.rebuilding()) {
        positions.put(
            key,
            new OffsetAndMetadata(
                partition.position(), Optional.empty(), partition.floors().toString()));
      }
    });
    return positions;
  }

  /** Records that wait to be read. */
  private long lag() {
    long lag = 0;
    for (TopicPartition key : partitions.keySet()) {
      lag += consumer.currentLag(key).orElse(0);
    }
    return lag;
  }

  /** Of the oldest among the last lines that were read, in milliseconds. */
  private static long age(ConsumerRecords<byte[], byte[]> polled) {
    long age = 0;
    for (TopicPartition key : polled.partitions()) {
      List<ConsumerRecord<byte[], byte[]>> read = polled.records(key);
      age = Math.max(age, System.currentTimeMillis() - read.getLast().timestamp());
    }
    return age;
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
    Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(Set.copyOf(assigned));
    for (TopicPartition key : assigned) {
      OffsetAndMetadata known = committed.get(key);
      long position = known == null ? consumer.position(key) : known.offset();
      Floors floors = known == null ? Floors.at(position) : Floors.read(known.metadata(), position);
      consumer.seek(key, floors.lowest());
      partitions.put(key, new Partition(classifier, position, floors));
      LOG.info(
          "partition assigned: partition={} position={} floors={}",
          key.partition(),
          position,
          floors);
    }
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
    if (moved || !signals.isEmpty() || !records.isEmpty()) {
      commit();
    }
    partitions.keySet().removeAll(revoked);
  }

  @Override
  public void onPartitionsLost(Collection<TopicPartition> lost) {
    partitions.keySet().removeAll(lost);
    if (!signals.isEmpty() || !records.isEmpty()) {
      throw new IllegalStateException("what was read of lost partitions is for others to tell");
    }
    LOG.warn(
        "partitions were given to another instance: count={} after={} ms of silence",
        lost.size(),
        TimeUnit.NANOSECONDS.toMillis(config.sessionTimeout().toNanos()));
  }
}
