package io.stormdrain.notifier.own;

import java.util.Locale;

/** What became of a folder of rules that has changed. */
enum RulesReload {
  /** Its rules are in force. */
  TAKEN,
  /** They cannot be used; those of before stay in force. */
  REFUSED;

  /** As metrics write it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
