package io.stormdrain.ingest.redact;

import java.util.Set;

/** Lines that are redacted one after the other by one thread. */
public final class Redaction {
  private final Redactor redactor;
  private final Hits hits = new Hits();

  Redaction(Redactor redactor) {
    this.redactor = redactor;
  }

  /** The line without its secrets: the same array when it has none. */
  public byte[] of(byte[] line) {
    hits.clear();
    redactor.find(line, hits);
    return found() ? redactor.without(line, hits) : line;
  }

  /** Was anything taken out of the last line? */
  public boolean found() {
    return !hits.isEmpty();
  }

  /** What was taken out of the last line; valid until the next. */
  public Set<SecretKind> kinds() {
    return hits.kinds();
  }
}
