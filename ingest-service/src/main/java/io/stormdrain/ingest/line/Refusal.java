package io.stormdrain.ingest.line;

import java.util.Locale;
import org.apache.kafka.common.errors.RetriableException;

/** Why Kafka did not take lines in time. */
public enum Refusal {
  /** It did not answer, or is not connected. */
  KAFKA_SILENT,
  /** It answered that it will not: not allowed, too large, ... */
  KAFKA_REFUSES;

  static Refusal of(Exception failure) {
    // Timeouts, lost connections and unknown topics are all of this kind.
    return failure instanceof RetriableException ? KAFKA_SILENT : KAFKA_REFUSES;
  }

  /** As metrics and logs write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
