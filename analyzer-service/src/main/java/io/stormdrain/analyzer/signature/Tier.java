package io.stormdrain.analyzer.signature;

import java.util.Arrays;
import java.util.List;

/** Literals that are looked for with one stride, and the bitmap and table of their windows. */
final class Tier {

  /** 2^17 bits: 16 KiB stay in the first-level cache beside the line. */
  private static final int HASH_BITS = 17;

  private static final int FOLD = 0x20202020;

  /** A text that must stand in a line, and whose it is. */
  record Literal(byte[] bytes, int signature, boolean ignoreCase) {}

  private final int stride;
  private final long[] bitmap = new long[1 << (HASH_BITS - 6)];

  // Entries of one hash are chained: head[hash's slot] -> entry -> next[entry] -> ...
  private final int[] head;
  private final int[] next;
  private final int[] entryHash;
  private final int[] entryOffset;
  private final Literal[] entryLiteral;

  Tier(List<Literal> literals) {
    int shortest =
        literals.stream().mapToInt(literal -> literal.bytes().length).min().orElseThrow();
    this.stride = shortest - 3;
    int entries = literals.size() * stride;
    this.head = new int[Integer.highestOneBit(Math.max(16, entries * 2) - 1) << 1];
    Arrays.fill(head, -1);
    this.next = new int[entries];
    this.entryHash = new int[entries];
    this.entryOffset = new int[entries];
    this.entryLiteral = new Literal[entries];
    int entry = 0;
    for (Literal literal : literals) {
      int first = Commonness.rarestRun(literal.bytes(), stride);
      for (int i = 0; i < stride; i++) {
        add(entry++, literal, first + i);
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

  private void add(int entry, Literal literal, int offset) {
    int hash = hash(Scanner.window(literal.bytes(), offset));
    bitmap[hash >>> 6] |= 1L << hash;
    int slot = hash & (head.length - 1);
    entryHash[entry] = hash;
    entryOffset[entry] = offset;
    entryLiteral[entry] = literal;
    next[entry] = head[slot];
    head[slot] = entry;
  }

  /** Compares the literals that have a window like the one at {@code at}. */
  void confirm(byte[] text, int from, int to, int at, Hits hits) {
    int hash = hash(Scanner.window(text, at));
    for (int entry = head[hash & (head.length - 1)]; entry >= 0; entry = next[entry]) {
      Literal literal = entryLiteral[entry];
      int start = at - entryOffset[entry];
      if (entryHash[entry] == hash
          && start >= from
          && start + literal.bytes().length <= to
          && Bytes.startsWith(text, start, literal.bytes(), literal.ignoreCase())) {
        hits.add(literal.signature());
      }
    }
  }
}
