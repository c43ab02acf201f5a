package io.stormdrain.analyzer.signature;

import java.util.Arrays;

/** What a line may be, each once, in the order of the catalogue; reused from line to line. */
public final class Hits {

  private final long[] bits;
  private boolean empty = true;

  /** For a scanner of that many candidates. */
  Hits(int candidates) {
    bits = new long[(candidates + 63) >>> 6];
  }

  void add(int[] candidates) {
    empty = false;
    for (int candidate : candidates) {
      bits[candidate >>> 6] |= 1L << candidate;
    }
  }

  /** Whether there is none, by far the most frequent case. */
  public boolean isEmpty() {
    return empty;
  }

  /** The first hit at or behind {@code from}, -1 when there is none. */
  public int next(int from) {
    int word = from >>> 6;
    if (word >= bits.length) {
      return -1;
    }
    long rest = bits[word] & (-1L << from);
    while (rest == 0) {
      if (++word == bits.length) {
        return -1;
      }
      rest = bits[word];
    }
    return (word << 6) + Long.numberOfTrailingZeros(rest);
  }

  /** Empties it for the next line. */
  public void clear() {
    if (!empty) {
      Arrays.fill(bits, 0);
      empty = true;
    }
  }
}
