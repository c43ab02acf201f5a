package io.stormdrain.ingest.logplex;

import io.stormdrain.ingest.message.Fault;

/**
 * Cuts a body into frames by their octet counts, on bytes, never on line feeds. Every byte ends in
 * a frame, in a raw stretch, or is a count or a blank between frames.
 */
final class Framing {
  private final byte[] body;
  private final int limit;
  private final Octets octets;

  private int at;
  private int rawUntil;
  private int frames;

  private int from;
  private int to;
  private Fault fault = Fault.NONE;

  Framing(byte[] body, int limit) {
    this.body = body;
    this.limit = limit;
    this.octets = new Octets(body, limit);
  }

  /** Goes to the next frame or raw piece; false at the end of the body. */
  boolean next() {
    if (at < rawUntil) {
      return rawPiece();
    }
    at = octets.afterBlanks(at, limit);
    if (at >= limit) {
      return false;
    }
    frames++;
    int space = octets.afterDigits(at, Octets.COUNT_DIGITS);
    boolean counted = space > at && space - at <= Octets.COUNT_DIGITS;
    if (!counted || space >= limit || body[space] != ' ') {
      return raw(Fault.UNCOUNTED, octets.nextFrame(at));
    }
    return frame(space + 1, octets.number(at, space));
  }

  private boolean frame(int content, int count) {
    int end = content + count;
    if (count == 0) {
      return raw(Fault.EMPTY, octets.nextFrame(content));
    }
    if (end > limit) {
      return raw(Fault.OVERRUN, octets.nextFrame(content));
    }
    boolean bounded = octets.isBoundary(end);
    if (!octets.opensMessage(content)) {
      return bounded ? headless(content, end) : raw(Fault.HEADER, octets.nextFrame(content));
    }
    int inner = bounded ? -1 : octets.frameWithin(content, end);
    if (inner >= 0) {
      return raw(Fault.OVERRUN, inner);
    }
    fault = Fault.NONE;
    from = content;
    to = end;
    at = end;
    return true;
  }

  private boolean headless(int content, int end) {
    at = content;
    return raw(Fault.HEADER, end);
  }

  private boolean raw(Fault why, int until) {
    fault = why;
    rawUntil = until;
    return rawPiece();
  }

  private boolean rawPiece() {
    from = at;
    to = Math.min(rawUntil, at + LogplexLines.MAX_BYTES);
    at = to;
    return true;
  }

  /** The current frame's message, without its count; or the raw bytes. */
  int from() {
    return from;
  }

  int to() {
    return to;
  }

  Fault fault() {
    return fault;
  }

  /** Frames met so far; a raw stretch counts as one, however many pieces it takes. */
  int frames() {
    return frames;
  }

  /** The current frame turned out to be unreadable: it becomes raw, from its first byte. */
  void reject() {
    headless(from, to);
  }
}
