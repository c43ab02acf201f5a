package io.stormdrain.analyzer.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A text that must stand in a line, and the candidates whose it is.
 *
 * @param atEnd whether it must stand at the line's end, as a line feed behind it says
 */
record Literal(byte[] bytes, int[] candidates, boolean ignoreCase, boolean atEnd) {

  private static final String END = "\n";

  /** As it is written in a catalogue. */
  static Literal of(String written, int[] candidates, boolean ignoreCase) {
    boolean atEnd = written.endsWith(END);
    String text = atEnd ? written.substring(0, written.length() - END.length()) : written;
    return new Literal(text.getBytes(UTF_8), candidates, ignoreCase, atEnd);
  }

  int length() {
    return bytes.length;
  }

  /** Whether it stands there; the caller has checked that it fits. */
  boolean isAt(byte[] text, int at) {
    return Bytes.startsWith(text, at, bytes, ignoreCase);
  }

  /** Whether it is in a line of so many bytes. */
  boolean isIn(byte[] text, int to) {
    int from = atEnd ? Math.max(0, to - bytes.length) : 0;
    return Bytes.indexOf(text, from, to, bytes, ignoreCase) >= 0;
  }
}
