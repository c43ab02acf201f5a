package io.stormdrain.ingest.door;

import io.stormdrain.ingest.IngestConfig;
import java.time.Duration;

/**
 * What a request may take.
 *
 * @param deadline from its first byte to its answer
 * @param bodyTime from its first byte to its last
 * @param maxBody bytes, as sent and inflated
 * @param maxInflation how many times its gzip form a body may be
 * @param traceRatio share of requests without trace context that get one
 */
record Limits(
    Duration deadline, Duration bodyTime, int maxBody, int maxInflation, double traceRatio) {
  private static final int LARGEST_BODY = 64 * 1024 * 1024;

  Limits {
    require(
        deadline.toMillis() >= 1_500, "deadline", deadline, "at least 1.5 s, Kafka needs the time");
    require(bodyTime.isPositive(), "body-time", bodyTime, "above 0");
    require(maxBody >= 1 && maxBody <= LARGEST_BODY, "max-body", maxBody, "1 byte to 64 MiB");
    require(maxInflation >= 1, "max-inflation", maxInflation, "at least 1");
    require(traceRatio >= 0 && traceRatio <= 1, "trace-ratio", traceRatio, "0 to 1");
  }

  static Limits of(IngestConfig config) {
    return new Limits(
        config.deadline(),
        config.bodyTime(),
        Math.toIntExact(config.maxBody().asLongValue()),
        config.maxInflation(),
        config.traceRatio());
  }

  private static void require(boolean met, String name, Object value, String rule) {
    if (!met) {
      throw new IllegalArgumentException("stormdrain.ingest." + name + "=" + value + ": " + rule);
    }
  }
}
