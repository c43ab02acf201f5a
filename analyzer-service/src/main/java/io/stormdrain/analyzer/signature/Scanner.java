package io.stormdrain.analyzer.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds which signatures a line may belong to, at a cost that hardly depends on their number.
 *
 * <p>Of each literal it knows a few four-byte windows. A line is probed only every {@code stride}
 * bytes: where a literal of at least {@code stride + 3} bytes stands, one probe falls on one of its
 * {@code stride} known windows. A probe is one multiplication and one look into a bitmap that stays
 * in the first-level cache; only where a bit is set is the literal itself compared. Windows are
 * taken with letters' case folded, so that literals that ignore case need no second look.
 *
 * <p>The shortest literal sets the stride. A second pass for short ones would not pay: it would
 * probe as often as this one does, and a literal that needs fewer windows shows rarer ones.
 */
public final class Scanner {

  /** Literals below this are refused: they would be found everywhere. */
  public static final int SHORTEST = 4;

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private final Windows windows;
  private final int signatures;

  /** Scans for these; a hit is an index into this list. */
  public Scanner(List<Signature> signatures) {
    this.signatures = signatures.size();
    List<Windows.Literal> literals = new ArrayList<>();
    for (int i = 0; i < signatures.size(); i++) {
      for (String text : signatures.get(i).literals()) {
        byte[] bytes = text.getBytes(UTF_8);
        if (bytes.length < SHORTEST) {
          throw new IllegalArgumentException(
              "signature '%s': literal '%s' is shorter than %d bytes"
                  .formatted(signatures.get(i).id(), text, SHORTEST));
        }
        literals.add(new Windows.Literal(bytes, i, signatures.get(i).ignoreCase()));
      }
    }
    this.windows = new Windows(literals);
  }

  /** How many signatures it scans for. */
  public int signatures() {
    return signatures;
  }

  /** Puts into {@code hits} the signatures of which a literal stands in {@code text[from, to)}. */
  public void scan(byte[] text, int from, int to, Hits hits) {
    int stride = windows.stride();
    long[] bitmap = windows.bitmap();
    int last = to - 4;
    int at = from;
    // Four independent probes to the step let the processor overlap their loads.
    for (int end = last - 3 * stride; at <= end; at += 4 * stride) {
      int a = Windows.hash((int) INT.get(text, at));
      int b = Windows.hash((int) INT.get(text, at + stride));
      int c = Windows.hash((int) INT.get(text, at + 2 * stride));
      int d = Windows.hash((int) INT.get(text, at + 3 * stride));
      long any =
          (bitmap[a >>> 6] >>> a)
              | (bitmap[b >>> 6] >>> b)
              | (bitmap[c >>> 6] >>> c)
              | (bitmap[d >>> 6] >>> d);
      if ((any & 1) != 0) {
        for (int i = 0; i < 4; i++) {
          confirm(text, from, to, at + i * stride, hits);
        }
      }
    }
    for (; at <= last; at += stride) {
      confirm(text, from, to, at, hits);
    }
  }

  private void confirm(byte[] text, int from, int to, int at, Hits hits) {
    int hash = Windows.hash((int) INT.get(text, at));
    if ((windows.bitmap()[hash >>> 6] >>> hash & 1) != 0) {
      windows.confirm(text, from, to, at, hash, hits);
    }
  }

  static int window(byte[] text, int at) {
    return (int) INT.get(text, at);
  }
}
