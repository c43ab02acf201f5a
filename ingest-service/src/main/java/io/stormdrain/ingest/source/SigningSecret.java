package io.stormdrain.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a platform signs its requests with. It has to be kept as it is, and hides itself. */
public final class SigningSecret {
  /** Shorter ones can be found by who has seen one signed request. */
  public static final int SHORTEST = 12;

  private static final int LONGEST = 512;

  /** Of Standard Webhooks: what follows is the key in base 64. */
  private static final String STANDARD = "whsec_";

  private final byte[] key;

  private SigningSecret(byte[] key) {
    this.key = key;
  }

  /** As its platform shows it. */
  public static SigningSecret of(String secret) {
    if (secret.length() < SHORTEST || secret.length() > LONGEST) {
      throw new IllegalArgumentException(
          "secret of %d characters: %d to %d are needed"
              .formatted(secret.length(), SHORTEST, LONGEST));
    }
    if (!secret.startsWith(STANDARD)) {
      return new SigningSecret(secret.getBytes(UTF_8));
    }
    try {
      return new SigningSecret(Base64.getDecoder().decode(secret.substring(STANDARD.length())));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("secret: base 64 is expected behind " + STANDARD);
    }
  }

  /**
   * Did who knows it sign this? Takes the same time wherever the signatures differ.
   *
   * @param algorithm {@code HmacSHA256}, ...
   * @param signature as it came
   * @param parts of what is signed, one behind the other
   */
  public boolean signed(String algorithm, byte[] signature, byte[]... parts) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key, algorithm));
      for (byte[] part : parts) {
        mac.update(part);
      }
      return MessageDigest.isEqual(mac.doFinal(), signature);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + algorithm, e);
    }
  }

  /** Sources that are read again are the same as before. */
  @Override
  public boolean equals(Object other) {
    return other instanceof SigningSecret secret && MessageDigest.isEqual(key, secret.key);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(key);
  }

  @Override
  public String toString() {
    return "SigningSecret(hidden)";
  }
}
