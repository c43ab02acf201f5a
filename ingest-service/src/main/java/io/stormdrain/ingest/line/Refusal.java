package io.stormdrain.ingest.line;

import java.util.Locale;
import org.apache.kafka.common.errors.RetriableException;

/** Why lines were not taken in time. */
public enum Refusal {
  /** Kafka did not answer, or is not connected. */
  KAFKA_SILENT,
  /** Kafka answered that it will not: not allowed, too large, ... */
  KAFKA_REFUSES,
  /** Kafka is away, and the spool has no room left. */
  SPOOL_FULL,
  /** Kafka is away, and the spool cannot be written, or not in time. */
  SPOOL_FAILS,
  /** Its source sends more than it may. */
  QUOTA;

  static Refusal of(Exception failure) {
    if (failure instanceof RefusedException refused) {
      return refused.reason();
    }
    // Timeouts, lost connections and unknown topics are all of this kind.
    return failure instanceof RetriableException ? KAFKA_SILENT : KAFKA_REFUSES;
  }

  /** As metrics and logs write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
