package io.stormdrain.ingest.spool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.ingest.line.Awaiting;
import io.stormdrain.ingest.line.LogLine;
import io.stormdrain.ingest.line.Outlet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.header.internals.RecordHeader;

/** Puts lines into a spool, and notes what becomes of them. */
final class Sender implements Awaiting {
  private static final long PATIENCE_NANOS = 20_000_000_000L;

  private final List<String> acknowledged = new ArrayList<>();
  private final List<Exception> failures = new ArrayList<>();

  static LogLine line(String text) {
    LogLine line =
        new LogLine(1_772_359_200_123L, "shop".getBytes(UTF_8), text.getBytes(UTF_8), List.of());
    line.headers().add(new RecordHeader("frame", ("f#" + text).getBytes(UTF_8)));
    line.headers().add(new RecordHeader("origin", "app".getBytes(UTF_8)));
    return line;
  }

  void put(Outlet spool, String... texts) {
    for (String text : texts) {
      LogLine line = line(text);
      line.belongsTo(this);
      spool.send(line);
    }
  }

  /** Puts lines into a spool until they are durable. */
  static void durable(Outlet spool, String... texts) {
    Sender sender = new Sender();
    sender.put(spool, texts);
    await(() -> sender.acknowledged().size() == texts.length);
  }

  @Override
  public synchronized void acknowledged(LogLine line) {
    acknowledged.add(FakeKafka.text(line));
  }

  @Override
  public synchronized void failed(LogLine line, Exception failure) {
    failures.add(failure);
  }

  synchronized List<String> acknowledged() {
    return List.copyOf(acknowledged);
  }

  synchronized List<Exception> failures() {
    return List.copyOf(failures);
  }

  static void await(BooleanSupplier met) {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!met.getAsBoolean() && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    assertThat(met.getAsBoolean()).isTrue();
  }
}
