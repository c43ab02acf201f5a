package io.stormdrain.notifier.silence;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** When a silence is over by itself. */
public sealed interface End {

  /** At a time. */
  record At(Instant time) implements End {}

  /** With the next release of the app that is in trouble. */
  record NextRelease() implements End {}

  /**
   * When something was seen twice as often as when silence was asked for. It holds for what was
   * going on then, and for nothing that begins later.
   *
   * @param counts how often each incident had been seen
   */
  record CountDoubles(Map<UUID, Long> counts) implements End {
    public CountDoubles {
      counts = Map.copyOf(counts);
    }
  }
}
