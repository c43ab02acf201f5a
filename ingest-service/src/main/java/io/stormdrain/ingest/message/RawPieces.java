package io.stormdrain.ingest.message;

import org.jspecify.annotations.Nullable;

/** A stretch of a body that could not be decoded, in pieces that records can hold. */
public final class RawPieces {
  private final byte[] body;
  private int at;
  private final int to;

  /** All bytes from {@code from} on, up to {@code to}. */
  public RawPieces(byte[] body, int from, int to) {
    this.body = body;
    this.at = from;
    this.to = to;
  }

  /** The next piece; null when there is none. */
  public @Nullable Message next() {
    if (at >= to) {
      return null;
    }
    int end = Math.min(to, at + Text.MAX_BYTES);
    Message piece = Message.raw(Text.raw(body, at, end));
    at = end;
    return piece;
  }
}
