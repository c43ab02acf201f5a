package io.stormdrain.analyzer.signature;

import java.util.Arrays;

/**
 * The signatures a line may belong to, each once, in the order of the catalogue; reused from line
 * to line.
 */
public final class Hits {

  private final long[] bits;
  private int count;

  /** For a scanner of that many signatures. */
  public Hits(int signatures) {
    bits = new long[(signatures + 63) >>> 6];
  }

  void add(int signature) {
    long bit = 1L << signature;
    if ((bits[signature >>> 6] & bit) == 0) {
      bits[signature >>> 6] |= bit;
      count++;
    }
  }

  /** Whether there is none, by far the most frequent case. */
  public boolean isEmpty() {
    return count == 0;
  }

  /** Whether this one is a hit. */
  boolean has(int signature) {
    return (bits[signature >>> 6] & 1L << signature) != 0;
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
    if (count > 0) {
      Arrays.fill(bits, 0);
      count = 0;
    }
  }
}
