package io.stormdrain.analyzer.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * The few words that come again in every record, as strings: each is decoded once. A plain table
 * that forgets what shares a slot; a miss costs a decoding.
 */
final class Words {

  private static final int SLOTS = 4096;

  private final byte[][] bytes = new byte[SLOTS][];
  private final String[] strings = new String[SLOTS];

  String of(byte[] word) {
    int slot = slot(word);
    byte[] known = bytes[slot];
    if (known != null && Arrays.equals(known, word)) {
      return strings[slot];
    }
    String string = new String(word, UTF_8);
    bytes[slot] = word;
    strings[slot] = string;
    return string;
  }

  private static int slot(byte[] word) {
    int hash = Arrays.hashCode(word) * 0x9E3779B1;
    return hash >>> 20;
  }
}
