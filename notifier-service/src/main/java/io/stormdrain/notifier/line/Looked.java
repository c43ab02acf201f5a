package io.stormdrain.notifier.line;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a search has looked.
 *
 * @param lines that were read, of all apps in the same partition
 * @param upTo time of the last of them; null where there were none
 * @param next where to go on, at the end with what comes later; null where nothing was read
 */
public record Looked(End end, long lines, @Nullable Instant upTo, @Nullable Long next) {

  /** Why it ended. */
  public enum End {
    /** All that is kept of the time that was asked for. */
    ALL,
    /** As many were found as were wanted. */
    ENOUGH,
    /** So many lines were read, or so long, that it is time for an answer. */
    LONG,
    /** Whoever asked has gone. */
    LEFT,
    /** Kafka does not answer. */
    SILENT,
    /** Too many read at once. */
    BUSY
  }

  static Looked nowhere(End end) {
    return new Looked(end, 0, null, null);
  }
}
