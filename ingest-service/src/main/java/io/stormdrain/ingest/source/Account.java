package io.stormdrain.ingest.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a source's lines, as this instance has counted since it started.
 *
 * @param received lines
 * @param lost that its sender says never came
 * @param refused that were not safe in time; their sender was told to send them again
 * @param lastSeen when it last sent something; null for not yet
 */
public record Account(long received, long lost, long refused, @Nullable Instant lastSeen) {

  /** Who keeps account. */
  public interface Keeper {
    /** That of a source, by its id. */
    Account account(String source);
  }
}
