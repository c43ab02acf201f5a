package io.stormdrain.ingest.source;

import java.util.Locale;

/** What became of reading the sources file once more. */
public enum SourcesReload {
  /** It holds what it held before. */
  UNCHANGED,
  /** It changed, and its sources are in force. */
  TAKEN,
  /** It cannot be used; the sources before it stay in force. */
  REFUSED;

  /** As metrics write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
