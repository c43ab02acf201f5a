package io.stormdrain.ingest.door;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a body is packed. Logplex does not pack, log-shuttle can. */
enum ContentEncoding {
  IDENTITY,
  GZIP,
  UNREADABLE;

  /** From the header, null when there is none. */
  static ContentEncoding of(@Nullable String header) {
    if (header == null) {
      return IDENTITY;
    }
    return switch (header.strip().toLowerCase(Locale.ROOT)) {
      case "", "identity" -> IDENTITY;
      case "gzip", "x-gzip" -> GZIP;
      default -> UNREADABLE;
    };
  }

  boolean isReadable() {
    return this != UNREADABLE;
  }
}
