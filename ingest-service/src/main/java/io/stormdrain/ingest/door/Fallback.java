package io.stormdrain.ingest.door;

import io.stormdrain.ingest.line.Spooling;
import io.stormdrain.ingest.spool.Spool;
import io.stormdrain.ingest.spool.SpoolCounts;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What stands in for Kafka.
 *
 * @param spool null when there is none, and lines wait with their senders
 * @param after how long Kafka is waited for
 */
record Fallback(@Nullable Spool spool, Duration after) {

  /** How lines use it. */
  @Nullable Spooling spooling() {
    return spool == null ? null : new Spooling(spool, after);
  }

  SpoolCounts counts() {
    return spool == null ? SpoolCounts.NONE : spool.counts();
  }

  /** Most bytes that it may hold. */
  long limit() {
    return spool == null ? 0 : spool.health().limit();
  }

  /** Are lines safe while Kafka is away? */
  boolean takesLines() {
    return spool != null && spool.health().takesLines();
  }
}
