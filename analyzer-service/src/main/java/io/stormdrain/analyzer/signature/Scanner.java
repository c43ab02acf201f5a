package io.stormdrain.analyzer.signature;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

  private final List<Candidate> candidates;
  private final Windows windows;
  private final LineEnds ends;

  /** Scans for all patterns of these. */
  public Scanner(List<Signature> signatures) {
    candidates = Candidate.of(signatures);
    List<Literal> literals = literals(candidates);
    windows = new Windows(literals.stream().filter(literal -> !literal.atEnd()).toList());
    ends = new LineEnds(literals.stream().filter(Literal::atEnd).toList());
  }

  /** Room for what it may find in a line. */
  public Hits hits() {
    return new Hits(candidates.size());
  }

  /** What a hit stands for. */
  public Candidate candidate(int hit) {
    return candidates.get(hit);
  }

  /** Each once, whoever's it is. */
  private static List<Literal> literals(List<Candidate> candidates) {
    record Written(String text, boolean ignoreCase) {}
    Map<Written, List<Integer>> owners = new LinkedHashMap<>();
    for (int i = 0; i < candidates.size(); i++) {
      boolean ignoreCase = candidates.get(i).signature().ignoreCase();
      for (String text : candidates.get(i).pattern().literals()) {
        owners.computeIfAbsent(new Written(text, ignoreCase), t -> new ArrayList<>()).add(i);
      }
    }
    List<Literal> literals = new ArrayList<>();
    owners.forEach((written, of) -> {
      int[] indexes = of.stream().mapToInt(Integer::intValue).toArray();
      Literal literal = Literal.of(written.text(), indexes, written.ignoreCase());
      if (literal.length() < SHORTEST) {
        throw new IllegalArgumentException(
            "signature '%s': literal '%s' is shorter than %d bytes"
                .formatted(
                    candidates.get(of.getFirst()).signature().id(), written.text(), SHORTEST));
      }
      literals.add(literal);
    });
    return literals;
  }

  /** Puts into {@code hits} the candidates of which a literal stands in {@code text[from, to)}. */
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
    ends.find(text, from, to, hits);
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
