package io.stormdrain.ingest.message;

import org.jspecify.annotations.Nullable;

/** The messages of one body, decoded as they are asked for. */
public interface Messages {
  /** The next message; null when there is none. */
  @Nullable Message next();

  /** What was counted; complete once {@link #next} gave null. */
  Tally tally();
}
