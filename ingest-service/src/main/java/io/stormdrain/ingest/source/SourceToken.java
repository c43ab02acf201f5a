package io.stormdrain.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What a sender proves itself with. Only its SHA-256 digest is kept: tokens are long and random, so
 * that a digest cannot be turned back, and no copy of the token stays in memory.
 */
public final class SourceToken {
  /** Shorter tokens can be guessed or found. */
  public static final int SHORTEST = 20;

  private static final int LONGEST = 512;

  private final byte[] digest;

  private SourceToken(byte[] digest) {
    this.digest = digest;
  }

  /** A token that a request shows, of any length. */
  public static SourceToken shown(String token) {
    return new SourceToken(sha256(token));
  }

  /** A token to be accepted; refuses what is too easy to guess or does not survive a URL. */
  public static SourceToken accepted(String token) {
    if (token.length() < SHORTEST || token.length() > LONGEST) {
      throw new IllegalArgumentException(
          "token of %d characters: %d to %d are needed"
              .formatted(token.length(), SHORTEST, LONGEST));
    }
    // Logplex takes a drain URL's password apart at ':'; the rest has a meaning in URLs.
    if (!token.chars().allMatch(c -> c > ' ' && c < 127 && ":@/?#%&+".indexOf(c) < 0)) {
      throw new IllegalArgumentException("token with characters that a drain URL cannot carry");
    }
    return shown(token);
  }

  /** Equal tokens have equal fingerprints; used to find a candidate, never to accept it. */
  long fingerprint() {
    return ByteBuffer.wrap(digest).getLong();
  }

  /** Takes the same time wherever the two differ. */
  boolean matches(SourceToken other) {
    return MessageDigest.isEqual(digest, other.digest);
  }

  /** What a keyed hash is made of. */
  byte[] digest() {
    return digest;
  }

  @Override
  public String toString() {
    return "SourceToken(hidden)";
  }

  private static byte[] sha256(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
