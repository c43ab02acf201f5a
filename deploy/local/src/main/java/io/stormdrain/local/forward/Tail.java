package io.stormdrain.local.forward;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** The last lines of what a command printed, on whichever stream. Safe for several threads. */
final class Tail {
  private final int most;
  private final Deque<byte[]> lines = new ArrayDeque<>();
  private int bytes;
  private long left;

  /**
   * Nothing was printed yet.
   *
   * @param most bytes that are kept
   */
  Tail(int most) {
    this.most = most;
  }

  /**
   * Another line.
   *
   * @param line without the line feed that ended it
   */
  synchronized void add(byte[] line) {
    lines.addLast(line);
    bytes += line.length + 1;
    while (bytes > most && lines.size() > 1) {
      bytes -= lines.removeFirst().length + 1;
      left++;
    }
  }

  /** All that is kept, and how much is not. */
  synchronized byte[] text() {
    ByteArrayOutputStream text = new ByteArrayOutputStream(bytes);
    if (left > 0) {
      text.writeBytes(
          ("(" + left + " lines before these are left out)\n").getBytes(StandardCharsets.UTF_8));
    }
    for (byte[] line : lines) {
      text.writeBytes(line);
      text.write('\n');
    }
    return text.toByteArray();
  }
}
