package io.stormdrain.analyzer.signature;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** What the scanner knows of its literals: the bitmap and the table of their windows. */
final class Windows {

  /** 2^18 bits: 32 KiB, of which lines ask for the same few again and again. */
  private static final int HASH_BITS = 18;

  private static final int FOLD = 0x20202020;

  /** With nothing to look for, one probe is enough for any line. */
  private static final int NO_LITERALS = LinePattern.MAX_LENGTH;

  private final int stride;
  private final long[] bitmap = new long[1 << (HASH_BITS - 6)];

  /**
   * A row for each window. Those of one slot are chained: head[slot] -> row -> row's NEXT -> ...
   * Many literals share a window, so a row says enough to pass over nearly all of them at once.
   */
  private final int[] rows;

  private static final int NEXT = 0;

  /** Where the window stands in its literal. */
  private static final int OFFSET = 1;

  private static final int LENGTH = 2;

  /** Where other four bytes of the literal stand, as far from the window as can be. */
  private static final int CHECK_OFFSET = 3;

  /** These bytes with letters' case folded. */
  private static final int CHECK = 4;

  private static final int LITERAL = 5;
  private static final int ROW = 6;

  private final int[] head;
  private final Literal[] literals;

  Windows(List<Literal> literals) {
    int shortest = literals.stream().mapToInt(Literal::length).min().orElse(NO_LITERALS);
    this.stride = shortest - 3;
    int entries = literals.size() * stride;
    this.head = new int[Integer.highestOneBit(Math.max(16, entries * 2) - 1) << 1];
    Arrays.fill(head, -1);
    this.rows = new int[entries * ROW];
    // The shortest first: they have the least choice.
    this.literals =
        literals.stream().sorted(Comparator.comparingInt(Literal::length)).toArray(Literal[]::new);
    int row = 0;
    for (int i = 0; i < this.literals.length; i++) {
      int first = Commonness.rarestRun(this.literals[i].bytes(), stride, this::crowd);
      for (int window = first; window < first + stride; window++) {
        add(row, i, window);
        row += ROW;
      }
    }
  }

  int stride() {
    return stride;
  }

  long[] bitmap() {
    return bitmap;
  }

  static int hash(int window) {
    return ((window | FOLD) * 0x9E3779B1) >>> (32 - HASH_BITS);
  }

  /** How many literals are looked up already where a text has this window. */
  private int crowd(int window) {
    int crowd = 0;
    for (int row = head[hash(window) & (head.length - 1)]; row >= 0; row = rows[row + NEXT]) {
      crowd++;
    }
    return crowd;
  }

  private void add(int row, int literal, int offset) {
    byte[] bytes = literals[literal].bytes();
    int hash = hash(Scanner.window(bytes, offset));
    bitmap[hash >>> 6] |= 1L << hash;
    int last = bytes.length - 4;
    int checkOffset = offset > last - offset ? 0 : last;
    int slot = hash & (head.length - 1);
    rows[row + NEXT] = head[slot];
    rows[row + OFFSET] = offset;
    rows[row + LENGTH] = bytes.length;
    rows[row + CHECK_OFFSET] = checkOffset;
    rows[row + CHECK] = Scanner.window(bytes, checkOffset) | FOLD;
    rows[row + LITERAL] = literal;
    head[slot] = row;
  }

  /** Compares the literals that have a window like the one at {@code at}. */
  void confirm(byte[] text, int from, int to, int at, int hash, Hits hits) {
    int slot = hash & (head.length - 1);
    for (int row = head[slot]; row >= 0; row = rows[row + NEXT]) {
      int start = at - rows[row + OFFSET];
      if (start >= from
          && start + rows[row + LENGTH] <= to
          && (Scanner.window(text, start + rows[row + CHECK_OFFSET]) | FOLD) == rows[row + CHECK]) {
        Literal literal = literals[rows[row + LITERAL]];
        if (literal.isAt(text, start)) {
          hits.add(literal.candidates());
        }
      }
    }
  }
}
