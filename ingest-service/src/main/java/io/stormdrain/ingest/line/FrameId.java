package io.stormdrain.ingest.line;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/** The sender's name for a request's body, the same each time it is delivered. */
public final class FrameId {
  private static final int LONGEST = 128;
  private static final int CONTENT_BYTES = 16;

  private final String id;
  private final byte[] opening;
  private final boolean ofContent;

  private FrameId(String id, boolean ofContent) {
    this.id = id;
    this.opening = (id + "#").getBytes(US_ASCII);
    this.ofContent = ofContent;
  }

  /**
   * Logplex has an id of its own; log-shuttle's request id stays the same over its attempts.
   *
   * @return null when neither is usable: absent, longer than 128, or not visible ASCII
   */
  public static @Nullable FrameId of(@Nullable String frameId, @Nullable String requestId) {
    String id = frameId == null ? requestId : frameId;
    if (id == null || id.isEmpty() || id.length() > LONGEST || !isVisible(id)) {
      return null;
    }
    return new FrameId(id, false);
  }

  /**
   * Of a body whose sender has no name for it. Messages that carry their times make the same bytes
   * the same body, sent again; others may well be said twice.
   */
  public static FrameId ofContent(byte[] body, int length) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(body, 0, length);
      return new FrameId(HexFormat.of().formatHex(digest.digest(), 0, CONTENT_BYTES), true);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static boolean isVisible(String id) {
    return id.chars().allMatch(c -> c > ' ' && c < 127);
  }

  /**
   * For messages that carry no time: of these the same bytes may well be said twice.
   *
   * @param received milliseconds since 1970 UTC
   */
  FrameId ofTimeless(long received) {
    return ofContent ? new FrameId(id + '@' + Long.toString(received, 36), false) : this;
  }

  /** The header {@code frame} of the line with this number, 0 or more. */
  Header header(int index) {
    int digits = digits(index);
    byte[] value = Arrays.copyOf(opening, opening.length + digits);
    int rest = index;
    for (int i = value.length - 1; i >= opening.length; i--) {
      value[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    return new RecordHeader(LineHeader.FRAME, value);
  }

  private static int digits(int number) {
    int digits = 1;
    for (int rest = number; rest >= 10; rest /= 10) {
      digits++;
    }
    return digits;
  }
}
