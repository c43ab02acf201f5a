package io.stormdrain.ingest.door;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.stormdrain.ingest.spool.SpoolCounts;
import java.util.function.ToDoubleFunction;

/**
 * What is counted about the spool, under {@code stormdrain_ingest_spool_}; all of it 0 where there
 * is none. Of its lines,
 *
 * <pre>
 *   written + recovered = drained + parked + damaged + waiting
 * </pre>
 *
 * What was <i>spooled</i> of the requests is less than what was <i>written</i>: lines of a request
 * that was given up while they were written are refused, and drained all the same.
 */
final class SpoolMeters {
  private SpoolMeters() {}

  static void register(MeterRegistry registry, SpoolCounts counts, long limit) {
    Gauge.builder(IngestMetrics.PREFIX + "spool.limit.bytes", () -> limit).register(registry);
    gauge(registry, "waiting.lines", counts, SpoolCounts::waiting);
    gauge(registry, "used.bytes", counts, SpoolCounts::bytes);
    counter(registry, "written.lines", counts, SpoolCounts::written);
    counter(registry, "recovered.lines", counts, SpoolCounts::recovered);
    counter(registry, "drained.lines", counts, SpoolCounts::drained);
    counter(registry, "parked.lines", counts, SpoolCounts::parked);
    counter(registry, "damaged.lines", counts, SpoolCounts::damaged);
    counter(registry, "damaged.bytes", counts, SpoolCounts::damagedBytes);
    counter(registry, "disk.failures", counts, SpoolCounts::failures);
  }

  private static void gauge(
      MeterRegistry registry,
      String name,
      SpoolCounts counts,
      ToDoubleFunction<SpoolCounts> value) {
    Gauge.builder(IngestMetrics.PREFIX + "spool." + name, counts, value).register(registry);
  }

  private static void counter(
      MeterRegistry registry,
      String name,
      SpoolCounts counts,
      ToDoubleFunction<SpoolCounts> value) {
    FunctionCounter.builder(IngestMetrics.PREFIX + "spool." + name, counts, value)
        .register(registry);
  }
}
