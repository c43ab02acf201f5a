package io.stormdrain.ingest.door;

import io.stormdrain.ingest.IngestConfig;
import io.stormdrain.ingest.line.KafkaLink;
import io.stormdrain.ingest.spool.Spool;
import io.stormdrain.ingest.spool.UnusableSpoolException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the spool is to be.
 *
 * @param folder null for none
 * @param limit bytes
 * @param after how long Kafka is waited for
 * @param deadline for the answer to a sender
 */
record SpoolSettings(@Nullable Path folder, long limit, Duration after, Duration deadline) {
  private static final long LEAST_LIMIT = 1024 * 1024;

  /** Between Kafka's last chance and the answer: enough to send a failed line, or to write it. */
  private static final Duration RESERVE = Duration.ofMillis(500);

  SpoolSettings {
    require(limit >= LEAST_LIMIT, "limit", limit, "at least 1M");
    boolean fits = after.compareTo(RESERVE) >= 0 && after.plus(RESERVE).compareTo(deadline) <= 0;
    require(fits || folder == null, "after", after, "0.5 s to half a second before the deadline");
  }

  static SpoolSettings of(IngestConfig config) {
    return new SpoolSettings(
        config.spoolDir().orElse(null),
        config.spoolLimit().asLongValue(),
        config.spoolAfter(),
        config.deadline());
  }

  /** How long Kafka may take for a line before it is known that it did not. */
  Duration kafkaTime() {
    return folder == null ? deadline.minus(RESERVE) : after;
  }

  /** With what the last process left. */
  Fallback fallback(KafkaLink kafka) throws UnusableSpoolException {
    Spool spool =
        folder == null ? null : new Spool(folder, limit, kafka, () -> kafka.health().isReachable());
    return new Fallback(spool, after);
  }

  private static void require(boolean met, String name, Object value, String rule) {
    if (!met) {
      throw new IllegalArgumentException(
          "stormdrain.ingest.spool-" + name + "=" + value + ": " + rule);
    }
  }
}
