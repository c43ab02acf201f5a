package io.stormdrain.ingest.redact;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds where rules have to look, at a cost that hardly depends on their number.
 *
 * <p>Of each anchor two successive windows of three bytes are known. A line is probed at every
 * second byte, so that one probe falls on one of them wherever the anchor stands. A probe is one
 * multiplication and one look into a bitmap that stays in the first-level cache; only where a bit
 * is set is the anchor itself compared. Letters' case is folded in the windows.
 */
final class Windows {
  private static final int STRIDE = 2;
  private static final int BITS = 16;
  private static final int THREE_BYTES = 0xFFFFFF;
  private static final int FOLD = 0x202020;

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private static final Place[] NOWHERE = {};

  /** An anchor that has a window of some hash at this offset. */
  private record Place(Anchor anchor, int offset, Rule rule) {}

  private final long[] bitmap = new long[1 << (BITS - 6)];
  private final Place[] @Nullable [] places = new Place[1 << BITS][];

  Windows(Collection<Rule> rules) {
    for (Rule rule : rules) {
      for (Anchor anchor : rule.anchors()) {
        int first = Commonness.rarestPair(anchor);
        add(new Place(anchor, first, rule));
        add(new Place(anchor, first + 1, rule));
      }
    }
  }

  private void add(Place place) {
    Set<Integer> hashes = new HashSet<>();
    forEachWindow(place.anchor(), place.offset(), 0, 0, hashes);
    for (int hash : hashes) {
      bitmap[hash >>> 6] |= 1L << hash;
      Place[] known = Objects.requireNonNullElse(places[hash], NOWHERE);
      Place[] longer = Arrays.copyOf(known, known.length + 1);
      longer[known.length] = place;
      places[hash] = longer;
    }
  }

  private static void forEachWindow(
      Anchor anchor, int from, int made, int window, Set<Integer> hashes) {
    if (made == 3) {
      hashes.add(hash(window));
      return;
    }
    for (int b = 0; b < 128; b++) {
      if (anchor.place(from + made).has((byte) b)) {
        forEachWindow(anchor, from, made + 1, window | (b << (8 * made)), hashes);
      }
    }
  }

  private static int hash(int window) {
    return (((window & THREE_BYTES) | FOLD) * 0x9E3779B1) >>> (32 - BITS);
  }

  /**
   * Lets the rules look whose anchors stand in the line. An anchor at its very end is passed over:
   * nothing can follow it.
   */
  void find(byte[] text, Hits hits) {
    int last = text.length - Integer.BYTES;
    int at = 0;
    // Four independent probes to the step let the processor overlap their loads.
    for (int end = last - 3 * STRIDE; at <= end; at += 4 * STRIDE) {
      int a = hash((int) INT.get(text, at));
      int b = hash((int) INT.get(text, at + STRIDE));
      int c = hash((int) INT.get(text, at + 2 * STRIDE));
      int d = hash((int) INT.get(text, at + 3 * STRIDE));
      long any =
          (bitmap[a >>> 6] >>> a)
              | (bitmap[b >>> 6] >>> b)
              | (bitmap[c >>> 6] >>> c)
              | (bitmap[d >>> 6] >>> d);
      if ((any & 1) != 0) {
        look(text, at, at + 3 * STRIDE, hits);
      }
    }
    look(text, at, last, hits);
  }

  private void look(byte[] text, int from, int last, Hits hits) {
    for (int at = from; at <= last; at += STRIDE) {
      int hash = hash((int) INT.get(text, at));
      if ((bitmap[hash >>> 6] >>> hash & 1) != 0) {
        look(text, at, Objects.requireNonNull(places[hash]), hits);
      }
    }
  }

  private static void look(byte[] text, int at, Place[] places, Hits hits) {
    for (Place place : places) {
      int start = at - place.offset();
      int end = start + place.anchor().length();
      if (place.anchor().standsAt(text, start) && !hits.covers(start, end)) {
        place.rule().look(text, start, end, hits);
      }
    }
  }
}
