package io.stormdrain.ingest.door;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Which of the service's counters moved, and by how much; the rest did not. */
final class Meters {
  private final MeterRegistry registry;
  private final Map<String, Double> before;

  Meters(MeterRegistry registry) {
    this.registry = registry;
    this.before = counts();
  }

  /**
   * Moved since, over all sources, as {@code requests published}; what counts bytes is left out.
   */
  Map<String, Integer> moved() {
    Map<String, Integer> moved = new TreeMap<>();
    counts()
        .forEach((name, count) -> {
          int by = (int) (count - before.getOrDefault(name, 0.0));
          if (by != 0) {
            moved.put(name, by);
          }
        });
    return moved;
  }

  private Map<String, Double> counts() {
    Map<String, Double> counts = new TreeMap<>();
    for (Meter meter : registry.getMeters()) {
      String name = meter.getId().getName();
      boolean ours = name.startsWith(IngestMetrics.PREFIX) && !name.endsWith("bytes");
      if (ours && meter instanceof Counter counter) {
        counts.merge(shortName(meter), counter.count(), Double::sum);
      }
    }
    return counts;
  }

  private static String shortName(Meter meter) {
    String tags =
        meter.getId().getTags().stream()
            .filter(tag -> !tag.getKey().equals("source"))
            .map(Tag::getValue)
            .collect(Collectors.joining(","));
    String name = meter.getId().getName().substring(IngestMetrics.PREFIX.length());
    return tags.isEmpty() ? name : name + " " + tags;
  }
}
