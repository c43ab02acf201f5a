package io.stormdrain.ingest.message;

import java.util.Locale;

/** What was wrong with a frame of a body. A faulty frame costs itself only, and is kept raw. */
public enum Fault {
  /** Nothing: the frame was decoded. */
  NONE,
  /** No octet count where a frame should begin. */
  UNCOUNTED,
  /** The octet count is 0. */
  EMPTY,
  /** The octet count reaches past the end of the body, or into the next frame. */
  OVERRUN,
  /** Counted rightly, but what it holds has no readable priority, or a header field is missing. */
  HEADER,
  /** What stands there does not follow the dialect. */
  SYNTAX;

  /** As metrics and logs write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
