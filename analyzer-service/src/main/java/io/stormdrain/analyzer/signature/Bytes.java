package io.stormdrain.analyzer.signature;

import java.util.Arrays;

/** Looking for bytes in bytes, exactly or with ASCII letters' case aside. */
final class Bytes {

  private Bytes() {}

  /** First place of {@code wanted} in {@code text[from, to)}, or -1. */
  static int indexOf(byte[] text, int from, int to, byte[] wanted, boolean ignoreCase) {
    int last = to - wanted.length;
    if (!ignoreCase && wanted.length >= Integer.BYTES) {
      return indexOf(text, from, last, wanted);
    }
    for (int i = from; i <= last; i++) {
      if (startsWith(text, i, wanted, ignoreCase)) {
        return i;
      }
    }
    return -1;
  }

  private static int indexOf(byte[] text, int from, int last, byte[] wanted) {
    int first = Scanner.window(wanted, 0);
    for (int i = from; i <= last; i++) {
      if (Scanner.window(text, i) == first && startsWith(text, i, wanted, false)) {
        return i;
      }
    }
    return -1;
  }

  /** Whether {@code wanted} stands at {@code at}; the caller has checked that it fits. */
  static boolean startsWith(byte[] text, int at, byte[] wanted, boolean ignoreCase) {
    if (!ignoreCase) {
      return Arrays.equals(text, at, at + wanted.length, wanted, 0, wanted.length);
    }
    for (int i = 0; i < wanted.length; i++) {
      byte a = text[at + i];
      byte b = wanted[i];
      if (a != b && !sameLetter(a, b)) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameLetter(byte a, byte b) {
    int lower = a | 0x20;
    return lower == (b | 0x20) && lower >= 'a' && lower <= 'z';
  }
}
