package io.stormdrain.ingest.door;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Inflates a body, within limits. Takes milliseconds for a large one: not for the event loop. */
final class Gunzip {
  private static final int START_FACTOR = 8;
  private static final int LEAST = 1024;

  private final int most;
  private final BodyCut reason;
  private byte[] bytes;
  private int length;

  private Gunzip(int compressed, int mostBytes, int mostFactor) {
    long dense = (long) compressed * mostFactor;
    most = (int) Math.min(mostBytes, dense);
    reason = dense < mostBytes ? BodyCut.INFLATION : BodyCut.OVERSIZE;
    bytes = new byte[Math.min(most, Math.max(LEAST, START_FACTOR * compressed))];
  }

  /**
   * The body inside. What is not gzip at all stays as it is: kept raw, it can be looked at.
   *
   * @param mostBytes taken; more is left in it
   * @param mostFactor between sizes; more is left in it
   */
  static Body inflate(Body compressed, int mostBytes, int mostFactor) {
    if (compressed.length() == 0) {
      return compressed;
    }
    Gunzip gunzip = new Gunzip(compressed.length(), mostBytes, mostFactor);
    BodyCut cut = gunzip.inflate(compressed);
    if (gunzip.length == 0 && cut == BodyCut.CORRUPT) {
      return compressed;
    }
    return new Body(gunzip.bytes, gunzip.length, compressed.cut() == null ? cut : compressed.cut());
  }

  private @Nullable BodyCut inflate(Body compressed) {
    var source = new ByteArrayInputStream(compressed.bytes(), 0, compressed.length());
    try (GZIPInputStream gzip = new GZIPInputStream(source, 8 * 1024)) {
      while (length < most) {
        if (length == bytes.length) {
          bytes = Arrays.copyOf(bytes, Math.min(most, 2 * bytes.length));
        }
        int read = gzip.read(bytes, length, bytes.length - length);
        if (read < 0) {
          return null;
        }
        length += read;
      }
      return gzip.read() < 0 ? null : reason;
    } catch (IOException e) {
      return BodyCut.CORRUPT;
    }
  }
}
