package io.stormdrain.ingest.registry;

import io.stormdrain.ingest.source.TokenKey;
import org.jspecify.annotations.Nullable;

/**
 * Where the registry is kept: in tables, in memory, and in a file of this machine.
 *
 * @param copy null where there is none
 */
record Shelf(Register register, Remembered remembered, TokenKey key, @Nullable RegistryCopy copy) {

  /** What the tables hold is in force, and kept. */
  void take() {
    Rows rows = register.rows();
    remembered.take(rows.registered(key));
    if (copy != null) {
      copy.keep(rows);
    }
  }

  /** What was kept is in force; false when there is nothing. */
  boolean takeCopy() {
    Rows kept = copy == null ? null : copy.read();
    if (kept != null) {
      remembered.take(kept.registered(key));
    }
    return kept != null;
  }
}
