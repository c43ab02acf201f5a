package io.stormdrain.bench.traffic;

/** Ids of drain frames, 32 hexadecimal digits as Logplex makes them, written in place. */
public final class FrameName {

  /** Digits of an id. */
  public static final int LENGTH = 32;

  private static final byte[] DIGITS = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'
  };

  private FrameName() {}

  /** The id of a number; ids of neighbours look as different as random ones do. */
  public static byte[] of(long number) {
    byte[] id = new byte[LENGTH];
    write(mixed(number), id, 0);
    write(mixed(~number), id, LENGTH / 2);
    return id;
  }

  private static void write(long bits, byte[] id, int at) {
    for (int i = 0; i < LENGTH / 2; i++) {
      id[at + i] = DIGITS[(int) (bits >>> (60 - 4 * i)) & 15];
    }
  }

  /** Every number gives another one (the finisher of SplitMix64). */
  private static long mixed(long number) {
    long z = number + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
