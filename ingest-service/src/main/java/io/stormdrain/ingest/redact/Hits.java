package io.stormdrain.ingest.redact;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** The stretches of one line that are to be taken out. */
final class Hits {
  /** What stands in their place. */
  static final byte[] MARK = "[redacted]".getBytes(US_ASCII);

  /** Begin and end in one number, so that sorting them sorts the stretches. */
  private long[] stretches = {};

  private final Set<SecretKind> kinds = EnumSet.noneOf(SecretKind.class);
  private int count;
  private int lastFrom;
  private int lastTo;
  private int addressesEnd;

  /** Begins a new line. */
  void clear() {
    count = 0;
    lastFrom = 0;
    lastTo = 0;
    addressesEnd = 0;
    if (!kinds.isEmpty()) {
      kinds.clear();
    }
  }

  /** Takes out a stretch; an empty one is marked all the same. */
  void add(SecretKind kind, int from, int to) {
    if (count == stretches.length) {
      stretches = Arrays.copyOf(stretches, 2 * count + 4);
    }
    stretches[count++] = (long) from << 32 | to;
    kinds.add(kind);
    lastFrom = from;
    lastTo = to;
  }

  /** Is there nothing to be looked at, since it goes already? */
  boolean covers(int from, int to) {
    return from >= lastFrom && to <= lastTo;
  }

  /** Notes up to where there is no further address with a password. */
  void noAddressBefore(int end) {
    addressesEnd = end;
  }

  /** Need not be looked at as an address: it is part of one without a password. */
  boolean isInAddress(int at) {
    return at < addressesEnd;
  }

  Set<SecretKind> kinds() {
    return kinds;
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** Does the mark stand here already? */
  static boolean isMarked(byte[] text, int from) {
    return from + MARK.length <= text.length
        && Arrays.equals(text, from, from + MARK.length, MARK, 0, MARK.length);
  }

  /** The line without them, of at most so many bytes. */
  byte[] takenFrom(byte[] text, int most) {
    Arrays.sort(stretches, 0, count);
    byte[] left = new byte[text.length + count * MARK.length];
    int length = 0;
    int done = 0;
    for (int i = 0; i < count; i++) {
      int from = (int) (stretches[i] >>> 32);
      int to = (int) stretches[i];
      // A stretch that begins in the one before it goes on with it, under its mark.
      boolean goesOn = i > 0 && from < done;
      if (!goesOn) {
        System.arraycopy(text, done, left, length, from - done);
        length += from - done;
        System.arraycopy(MARK, 0, left, length, MARK.length);
        length += MARK.length;
      }
      done = Math.max(done, to);
    }
    System.arraycopy(text, done, left, length, text.length - done);
    return Arrays.copyOf(left, fitting(left, length + text.length - done, most));
  }

  /** Cut between characters. */
  private static int fitting(byte[] text, int length, int most) {
    if (length <= most) {
      return length;
    }
    int end = most;
    while (end > most - 4 && (text[end] & 0xC0) == 0x80) {
      end--;
    }
    return end;
  }
}
