package io.stormdrain.ingest.registry;

import java.util.Locale;

/**
 * A change of the registry, for the audit.
 *
 * @param source its id
 * @param origin who asked for it, as far as is known
 */
public record Change(Action action, String source, String origin) {

  /** What was done. */
  public enum Action {
    ADDED,
    ROTATED,
    /** All tokens but the newest were taken back. */
    SETTLED,
    REMOVED;

    /** As tables and logs write it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
