package io.stormdrain.bench.ingest;

import io.stormdrain.bench.process.Cpu;
import io.stormdrain.bench.process.Orders;
import io.stormdrain.bench.traffic.Apps;
import io.stormdrain.bench.traffic.Frames;
import io.stormdrain.bench.traffic.LineRecords;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends the records that the door would make, and does nothing else: {@code RawProducer BOOTSTRAP
 * SEED LINES LINES-PER-FRAME START-MILLIS}. Order {@code RAMP-NANOS NANOS}, answer a {@link Rate}.
 */
public final class RawProducer {

  /** Apps of the frames. */
  static final Apps APPS = Apps.of("bench", 20);

  private final KafkaProducer<byte[], byte[]> producer;
  private final LineRecords records;
  private final RecordHeaders[] headers;
  private final AtomicLong acknowledged = new AtomicLong();
  private volatile String failure = "";
  private int next;

  private RawProducer(String bootstrap, LineRecords records) {
    this.producer = new KafkaProducer<>(settings(bootstrap));
    this.records = records;
    this.headers = new RecordHeaders[records.count()];
    for (int i = 0; i < headers.length; i++) {
      headers[i] = records.headers(i, 0);
    }
  }

  /** Runs as a {@link io.stormdrain.bench.process.Worker}. */
  public static void main(String[] args) throws Exception {
    Frames frames =
        Frames.generated(
            APPS,
            Long.parseLong(args[1]),
            Integer.parseInt(args[2]),
            Integer.parseInt(args[3]),
            Instant.ofEpochMilli(Long.parseLong(args[4])));
    RawProducer raw = new RawProducer(args[0], new LineRecords("log-lines", frames));
    Orders.serve(words -> raw.run(Long.parseLong(words[0]), Long.parseLong(words[1])).toString());
    raw.producer.close();
  }

  /** Those of the door's producer, but for waiting when the buffer is full. */
  public static Map<String, Object> settings(String bootstrap) {
    return Map.ofEntries(
        Map.entry("bootstrap.servers", bootstrap),
        Map.entry("key.serializer", ByteArraySerializer.class),
        Map.entry("value.serializer", ByteArraySerializer.class),
        Map.entry("acks", "all"),
        Map.entry("enable.idempotence", true),
        Map.entry("max.in.flight.requests.per.connection", 5),
        Map.entry("compression.type", "lz4"),
        Map.entry("linger.ms", 2),
        Map.entry("batch.size", 128 * 1024),
        Map.entry("buffer.memory", 32L * 1024 * 1024));
  }

  private Rate run(long rampNanos, long nanos) {
    long pid = ProcessHandle.current().pid();
    sendUntil(System.nanoTime() + rampNanos);
    long began = System.nanoTime();
    long before = acknowledged.get();
    long cpuBefore = Cpu.nanos(pid);
    sendUntil(began + nanos);
    long cpu = Cpu.nanos(pid) - cpuBefore;
    Rate rate = new Rate(acknowledged.get() - before, System.nanoTime() - began, cpu);
    producer.flush();
    if (!failure.isEmpty()) {
      throw new IllegalStateException(failure);
    }
    return rate;
  }

  private void sendUntil(long end) {
    Callback counted =
        (metadata, fault) -> {
          if (fault == null) {
            acknowledged.lazySet(acknowledged.getPlain() + 1);
          } else {
            failure = fault.toString();
          }
        };
    while (System.nanoTime() - end < 0) {
      for (int i = 0; i < 100; i++) {
        var _ = producer.send(records.record(next, 0, headers[next]), counted);
        next = next + 1 == headers.length ? 0 : next + 1;
      }
    }
  }
}
