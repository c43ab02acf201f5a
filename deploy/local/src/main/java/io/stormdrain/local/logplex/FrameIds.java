package io.stormdrain.local.logplex;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Supplier;

/** Ids of frames: 32 upper-case hexadecimal digits, an MD5 as Logplex makes them. */
public final class FrameIds implements Supplier<String> {

  private final String key;
  private int count;

  private FrameIds(String key) {
    this.key = key;
  }

  /** Ids that nobody has seen before. */
  public static FrameIds fresh() {
    return new FrameIds(UUID.randomUUID().toString());
  }

  /** The same ids for the same key: what is sent with them a second time is a repeat. */
  public static FrameIds of(String key) {
    return new FrameIds(key);
  }

  @Override
  public String get() {
    byte[] text = (key + " " + count++).getBytes(StandardCharsets.UTF_8);
    try {
      return HexFormat.of()
          .withUpperCase()
          .formatHex(MessageDigest.getInstance("MD5").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has MD5", e);
    }
  }
}
