package io.stormdrain.ingest.registry;

import java.util.Locale;

/** How the registry stands. */
public enum RegistryState {
  /** There is none: no database, or no key, is set. */
  OFF,
  /** It was not read yet: tokens that nobody else accepts may be good. */
  UNREAD,
  /** What is known of it is what it holds. */
  IN_FORCE,
  /** Its database is away; what was read before stays in force. */
  FROM_MEMORY,
  /** Its database has been away since the start; what this machine keeps of it is in force. */
  FROM_COPY;

  /** As health writes it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
