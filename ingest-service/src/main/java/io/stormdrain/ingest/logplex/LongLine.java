package io.stormdrain.ingest.logplex;

import java.io.ByteArrayOutputStream;

/** The parts of one long line, under the frame of the first. Keeps what a record can hold. */
final class LongLine {
  /** One more than fits, which shows that the line was longer and where its last character ends. */
  private static final int KEPT_BYTES = LogplexLines.MAX_BYTES + 1;

  private final int from;
  private final int to;
  private final int index;
  private final ByteArrayOutputStream parts = new ByteArrayOutputStream(2 * LongLines.PART_BYTES);

  /**
   * @param from where its first message begins in the body, header included
   * @param index of the line in the drain frame
   */
  LongLine(int from, int to, int index) {
    this.from = from;
    this.to = to;
    this.index = index;
  }

  void add(byte[] body, int messageFrom, int messageTo) {
    int room = KEPT_BYTES - parts.size();
    parts.write(body, messageFrom, Math.min(room, messageTo - messageFrom));
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  int index() {
    return index;
  }

  byte[] bytes() {
    return parts.toByteArray();
  }
}
