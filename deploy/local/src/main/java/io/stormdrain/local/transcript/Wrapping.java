package io.stormdrain.local.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Puts lines together that a terminal has broken at its width: where prefixed lines that are as
 * long as the longest of all are followed by lines without a prefix, and no shorter ones are.
 */
final class Wrapping {

  private static final int NARROWEST = 60;
  private static final int WIDEST = 250;

  /** A space at the break may be lost. */
  private static final int LOST = 1;

  /** A message with the number of its first line. */
  record Piece(int number, String text) {}

  private Wrapping() {}

  /**
   * The messages of the log.
   *
   * @param prefixed tells a line that begins a message by its prefix
   */
  static List<Piece> joined(List<String> raw, Predicate<String> prefixed) {
    boolean[] begins = new boolean[raw.size()];
    for (int i = 0; i < begins.length; i++) {
      begins[i] = prefixed.test(raw.get(i));
    }
    int width = width(raw, begins);
    List<Piece> pieces = new ArrayList<>(raw.size());
    StringBuilder message = new StringBuilder();
    int number = 0;
    for (int i = 0; i < begins.length; i++) {
      String line = raw.get(i);
      boolean goesOn = width > 0 && i > 0 && !begins[i] && raw.get(i - 1).length() >= width - LOST;
      if (!goesOn) {
        flush(pieces, number, message);
        number = i + 1;
      } else if (raw.get(i - 1).length() < width && !line.startsWith(" ")) {
        message.append(' ');
      }
      message.append(line);
    }
    flush(pieces, number, message);
    return pieces;
  }

  private static void flush(List<Piece> pieces, int number, StringBuilder message) {
    if (number > 0) {
      pieces.add(new Piece(number, message.toString()));
    }
    message.setLength(0);
  }

  /** The width at which the log was wrapped, 0 when it was not. */
  private static int width(List<String> raw, boolean[] begins) {
    int width = raw.stream().mapToInt(String::length).max().orElse(0);
    if (width < NARROWEST || width > WIDEST) {
      return 0;
    }
    int full = 0;
    int shorter = 0;
    for (int i = 0; i + 1 < begins.length; i++) {
      if (begins[i] && !begins[i + 1] && !raw.get(i + 1).isBlank()) {
        if (raw.get(i).length() >= width - LOST) {
          full++;
        } else {
          shorter++;
        }
      }
    }
    return full > 1 && shorter == 0 ? width : 0;
  }
}
