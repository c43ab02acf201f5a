package io.stormdrain.ingest.door;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/** What is counted about syslog connections before it is known whose they are. */
final class SyslogMeters {
  /** Why a connection, or a frame of one, is turned away. */
  enum Reason {
    /** As many are open as may be. */
    TOO_MANY,
    TOO_MANY_FROM_ADDRESS,
    NO_TOKEN,
    UNKNOWN_TOKEN;

    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final Map<Reason, Counter> connections = new EnumMap<>(Reason.class);
  private final Map<Reason, Counter> frames = new EnumMap<>(Reason.class);
  private final AtomicInteger open = new AtomicInteger();

  SyslogMeters(MeterRegistry registry) {
    for (Reason reason : Reason.values()) {
      connections.put(reason, counter(registry, "syslog.connections.refused", reason));
    }
    for (Reason reason : new Reason[] {Reason.NO_TOKEN, Reason.UNKNOWN_TOKEN}) {
      frames.put(reason, counter(registry, "syslog.frames.refused", reason));
    }
    Gauge.builder(IngestMetrics.PREFIX + "syslog.connections", open, AtomicInteger::get)
        .register(registry);
  }

  private static Counter counter(MeterRegistry registry, String name, Reason reason) {
    return Counter.builder(IngestMetrics.PREFIX + name)
        .tag("reason", reason.word())
        .register(registry);
  }

  void open(int connections) {
    open.set(connections);
  }

  void connectionRefused(Reason reason) {
    Objects.requireNonNull(connections.get(reason)).increment();
  }

  void frameRefused(Reason reason) {
    Objects.requireNonNull(frames.get(reason)).increment();
  }
}
