package io.stormdrain.ingest.line;

import org.jspecify.annotations.Nullable;

/** The lines of one request, made as they are asked for. A new dialect is a new one of these. */
public interface Lines {
  /** The next line; null when there is none. */
  @Nullable LogLine next();
}
