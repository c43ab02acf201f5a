package io.stormdrain.ingest.spool;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** What a segment begins with: whose it is, and in which version. */
final class Heading {
  private static final byte[] TEXT = "stormdrain-spl1\n".getBytes(US_ASCII);

  static final int BYTES = TEXT.length;

  private Heading() {}

  static void write(ByteBuffer to) {
    to.put(TEXT);
  }

  static boolean read(ByteBuffer from) {
    byte[] text = new byte[BYTES];
    from.get(text);
    return Arrays.equals(text, TEXT);
  }
}
