package io.stormdrain.analyzer.signature;

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

  /** By slot, where its rows begin; they end where those of the next slot begin. */
  private final int[] begin;

  /**
   * A row for each window, those of one slot behind each other. Many literals share a window, so a
   * row says enough to pass over nearly all of them at once.
   */
  private final int[] rows;

  /** Where the window stands in its literal. */
  private static final int OFFSET = 0;

  private static final int LENGTH = 1;

  /** Where other four bytes of the literal stand, as far from the window as can be. */
  private static final int CHECK_OFFSET = 2;

  /** These bytes with letters' case folded. */
  private static final int CHECK = 3;

  private static final int LITERAL = 4;
  private static final int ROW = 5;

  private final Literal[] literals;

  Windows(List<Literal> literals) {
    int shortest = literals.stream().mapToInt(Literal::length).min().orElse(NO_LITERALS);
    this.stride = shortest - 3;
    int entries = literals.size() * stride;
    int slots = Integer.highestOneBit(Math.max(16, entries * 2) - 1) << 1;
    this.begin = new int[slots + 1];
    this.rows = new int[entries * ROW];
    // The shortest first: they have the least choice.
    this.literals =
        literals.stream().sorted(Comparator.comparingInt(Literal::length)).toArray(Literal[]::new);
    fill(firstWindows(new int[slots]));
  }

  /**
   * By literal, which of its windows is the first that is looked for.
   *
   * @param crowds how many literals are looked up already where a text has a window, by slot
   */
  private int[] firstWindows(int[] crowds) {
    int[] firsts = new int[literals.length];
    int[] said = said(crowds.length);
    for (int i = 0; i < firsts.length; i++) {
      byte[] bytes = literals[i].bytes();
      firsts[i] =
          Commonness.rarestRun(
              bytes,
              stride,
              window -> (1 + crowds[slot(hash(window))]) * (1 + said[slot(hash(window))]));
      for (int window = firsts[i]; window < firsts[i] + stride; window++) {
        crowds[slot(hash(Scanner.window(bytes, window)))]++;
      }
    }
    for (int slot = 0; slot < crowds.length; slot++) {
      begin[slot + 1] = begin[slot] + crowds[slot] * ROW;
    }
    return firsts;
  }

  /** Where lines match, they are made of what literals are made of: how often each has a window. */
  private int[] said(int slots) {
    int[] said = new int[slots];
    for (Literal literal : literals) {
      for (int at = 0; at + 4 <= literal.length(); at++) {
        said[slot(hash(Scanner.window(literal.bytes(), at)))]++;
      }
    }
    return said;
  }

  private void fill(int[] firsts) {
    int[] next = begin.clone();
    for (int i = 0; i < firsts.length; i++) {
      byte[] bytes = literals[i].bytes();
      for (int window = firsts[i]; window < firsts[i] + stride; window++) {
        int hash = hash(Scanner.window(bytes, window));
        bitmap[hash >>> 6] |= 1L << hash;
        write(next[slot(hash)], i, window);
        next[slot(hash)] += ROW;
      }
    }
  }

  private void write(int row, int literal, int offset) {
    byte[] bytes = literals[literal].bytes();
    int last = bytes.length - 4;
    int checkOffset = offset > last - offset ? 0 : last;
    rows[row + OFFSET] = offset;
    rows[row + LENGTH] = bytes.length;
    rows[row + CHECK_OFFSET] = checkOffset;
    rows[row + CHECK] = Scanner.window(bytes, checkOffset) | FOLD;
    rows[row + LITERAL] = literal;
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

  private int slot(int hash) {
    return hash & (begin.length - 2);
  }

  /** Compares the literals that have a window like the one at {@code at}. */
  void confirm(byte[] text, int from, int to, int at, int hash, Hits hits) {
    int slot = slot(hash);
    int end = begin[slot + 1];
    for (int row = begin[slot]; row < end; row += ROW) {
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
