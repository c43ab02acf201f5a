package io.stormdrain.ingest.source;

import java.nio.ByteBuffer;
import java.security.MessageDigest;

/**
 * What is kept of a token outside of this process: its keyed hash. Who reads it cannot send with
 * it, and cannot even try tokens against it without the key.
 */
public final class TokenHash {
  private final byte[] bytes;

  private TokenHash(byte[] bytes) {
    this.bytes = bytes;
  }

  /** As it was kept. */
  public static TokenHash of(byte[] bytes) {
    return new TokenHash(bytes.clone());
  }

  /** To be kept. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** Equal hashes have equal fingerprints; used to find a candidate, never to accept it. */
  public long fingerprint() {
    return ByteBuffer.wrap(bytes).getLong();
  }

  /** Takes the same time wherever the two differ. */
  public boolean matches(TokenHash other) {
    return MessageDigest.isEqual(bytes, other.bytes);
  }

  @Override
  public String toString() {
    return "TokenHash(hidden)";
  }
}
