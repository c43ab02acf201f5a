package io.stormdrain.notifier.api;

import io.stormdrain.notifier.store.AppView;
import io.stormdrain.notifier.store.VitalsStore;
import io.stormdrain.notifier.vitals.Step;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How much apps write now. Every method runs in its caller's transaction. */
@Singleton
public class Paces {

  private static final Duration OVER = Duration.ofMinutes(1);

  private final VitalsStore vitals;
  private final InstantSource clock;

  Paces(VitalsStore vitals, InstantSource clock) {
    this.vitals = vitals;
    this.clock = clock;
  }

  /** Log lines per second by source, over the last minute that is counted. */
  public Map<String, Double> of(List<AppView> apps) {
    Instant until = Step.TEN_SECONDS.window(clock.instant().minus(Span.LATE));
    return vitals
        .lines(
            apps.stream().map(AppView::source).toList(), Step.TEN_SECONDS, until.minus(OVER), until)
        .entrySet()
        .stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, lines -> (double) lines.getValue() / OVER.toSeconds()));
  }
}
