package io.stormdrain.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key without which the registry's tables are worth nothing: tokens are hashed with it, and
 * what platforms sign with is sealed by it. It is a setting, and never in the database.
 */
public final class TokenKey {
  /** Characters; {@code openssl rand -hex 32} makes 64. */
  public static final int SHORTEST = 32;

  private static final String HASH = "HmacSHA256";
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec hashing;
  private final SecretKeySpec sealing;
  private final SecureRandom random = new SecureRandom();

  private TokenKey(String text) {
    SecretKeySpec root = new SecretKeySpec(text.getBytes(UTF_8), HASH);
    // Two uses of one key, so two keys.
    this.hashing = new SecretKeySpec(hash(root, "source tokens".getBytes(UTF_8)), HASH);
    this.sealing = new SecretKeySpec(hash(root, "signing secrets".getBytes(UTF_8)), "AES");
  }

  /** As it is set. */
  public static TokenKey of(String text) {
    if (text.length() < SHORTEST) {
      throw new IllegalArgumentException(
          "STORMDRAIN_TOKEN_KEY has %d characters: at least %d are needed"
              .formatted(text.length(), SHORTEST));
    }
    return new TokenKey(text);
  }

  /** What is kept of a token. */
  public TokenHash hash(SourceToken token) {
    return TokenHash.of(hash(hashing, token.digest()));
  }

  /**
   * Makes a text unreadable without the key.
   *
   * @param owner to whom it belongs: for nobody else it can be opened
   */
  public byte[] seal(String text, String owner) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, owner).doFinal(text.getBytes(UTF_8));
      return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + CIPHER, e);
    }
  }

  /**
   * What was sealed.
   *
   * @throws IllegalArgumentException when it was sealed with another key, for another owner, or
   *     changed since
   */
  public String open(byte[] sealed, String owner) {
    try {
      if (sealed.length < NONCE_BYTES) {
        throw new GeneralSecurityException("too short");
      }
      byte[] nonce = new byte[NONCE_BYTES];
      ByteBuffer.wrap(sealed).get(nonce);
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, nonce, owner);
      return new String(cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES), UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "what belongs to '%s' was not sealed with this STORMDRAIN_TOKEN_KEY".formatted(owner));
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String owner) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(owner.getBytes(UTF_8));
    return cipher;
  }

  private static byte[] hash(SecretKeySpec key, byte[] message) {
    try {
      Mac mac = Mac.getInstance(HASH);
      mac.init(key);
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + HASH, e);
    }
  }

  @Override
  public String toString() {
    return "TokenKey(hidden)";
  }
}
