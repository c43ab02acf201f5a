package io.stormdrain.ingest.spool;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stormdrain.ingest.line.LogLine;
import io.stormdrain.ingest.line.Outlet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A Kafka that answers at once, when it is there. */
final class FakeKafka implements Outlet {
  private final List<LogLine> taken = new ArrayList<>();
  private volatile boolean reachable;
  private volatile Function<String, @Nullable Exception> failure = text -> null;

  boolean isReachable() {
    return reachable;
  }

  void isBack() {
    reachable = true;
  }

  void isAway() {
    reachable = false;
  }

  /** Null for those that are taken. */
  void fails(Function<String, @Nullable Exception> reason) {
    failure = reason;
  }

  @Override
  public void send(LogLine line) {
    Exception reason = failure.apply(text(line));
    if (reason == null) {
      synchronized (this) {
        taken.add(line);
      }
    }
    line.onCompletion(null, reason);
  }

  synchronized List<String> texts() {
    return taken.stream().map(FakeKafka::text).toList();
  }

  synchronized LogLine taken(int index) {
    return taken.get(index);
  }

  static String text(LogLine line) {
    return new String(line.value(), UTF_8);
  }
}
