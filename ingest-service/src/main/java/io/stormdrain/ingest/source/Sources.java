package io.stormdrain.ingest.source;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The registry of sources. Asked once per request, on the event loop: it answers from memory. */
public interface Sources {
  /** The source that accepts this token, if one does. */
  @Nullable Source owning(SourceToken shown);

  /** All of them, in no order. */
  Collection<Source> all();

  /** Is a token that nobody accepts a wrong one? Not while some sources are not known yet. */
  default boolean isWhole() {
    return true;
  }
}
