package io.stormdrain.ingest.webhook;

import org.jspecify.annotations.Nullable;

/** How one platform tells what happens. A new platform is a new one of these. */
public interface Hook {
  /**
   * Is it from whom it says?
   *
   * @param now milliseconds since 1970 UTC
   */
  Proof proof(Delivered delivered, long now);

  /** What is told; null when it is nothing that anybody has to know. */
  @Nullable Event event(Delivered delivered, Payload payload);
}
