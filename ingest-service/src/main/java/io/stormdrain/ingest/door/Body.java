package io.stormdrain.ingest.door;

import io.vertx.core.buffer.Buffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A request's body.
 *
 * @param bytes of which the first {@code length} count
 * @param cut why it is not whole, if it is not
 */
record Body(byte[] bytes, int length, @Nullable BodyCut cut) {
  /** Length of a body that is not announced. */
  static final long UNKNOWN = -1;

  private static final long SMALL = 1024 * 1024;

  /** Bytes that a {@code Content-Length} announces. */
  static long announced(@Nullable String contentLength) {
    try {
      return contentLength == null ? UNKNOWN : Long.parseLong(contentLength);
    } catch (NumberFormatException e) {
      return UNKNOWN;
    }
  }

  /** Is it less work to pass over the body than to connect again? */
  static boolean isSmall(@Nullable String contentLength) {
    long announced = announced(contentLength);
    return announced >= 0 && announced <= SMALL;
  }

  /** A body that is still arriving. */
  static final class Arriving {
    /** A full body of Logplex, and a little more. */
    private static final int USUAL = 128 * 1024;

    private final int most;
    private byte[] bytes;
    private int length;
    private boolean oversize;

    /**
     * Nothing has come yet.
     *
     * @param announced or {@link #UNKNOWN}
     * @param most taken; more is passed over
     */
    Arriving(long announced, int most) {
      this.most = most;
      long expected = announced == UNKNOWN ? USUAL : announced;
      // Who announces much and sends little gets little memory.
      this.bytes = new byte[(int) Math.min(expected, USUAL)];
    }

    void add(Buffer chunk) {
      int taken = Math.min(chunk.length(), most - length);
      oversize |= taken < chunk.length();
      if (length + taken > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.min(most, Math.max(2 * bytes.length, length + taken)));
      }
      chunk.getBytes(0, taken, bytes, length);
      length += taken;
    }

    /** Bytes of memory that it takes. */
    int capacity() {
      return bytes.length;
    }

    Body whole() {
      return new Body(bytes, length, oversize ? BodyCut.OVERSIZE : null);
    }
  }
}
