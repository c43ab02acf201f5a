package io.stormdrain.ingest.door;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Tests start the service several times in one JVM, whose registry of meters is one: gauges of a
 * service that has ended would stand in the way of those of the next.
 */
@Singleton
final class ForgottenMeters {
  private final MeterRegistry registry;

  ForgottenMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  void forget(@Observes ShutdownEvent stopped) {
    List.copyOf(registry.getMeters()).forEach(registry::remove);
  }
}
