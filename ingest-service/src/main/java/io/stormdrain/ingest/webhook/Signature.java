package io.stormdrain.ingest.webhook;

import io.stormdrain.ingest.source.SigningSecret;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How signatures are written and looked at. */
public final class Signature {
  static final String SHA256 = "HmacSHA256";
  private static final byte[] NONE = {};

  private Signature() {}

  /** One of these secrets is as good as the other: one is being replaced. */
  static Proof check(
      List<SigningSecret> secrets, String algorithm, byte[] signature, byte[]... parts) {
    if (secrets.isEmpty()) {
      return Proof.UNSIGNED;
    }
    boolean signed =
        secrets.stream().anyMatch(secret -> secret.signed(algorithm, signature, parts));
    return signed ? Proof.SIGNED : Proof.FORGED;
  }

  /** Vercel's: the body, by SHA-1, in hexadecimal digits. */
  public static Proof vercels(List<SigningSecret> secrets, String signature, byte[] body) {
    return check(secrets, "HmacSHA1", ofHex(signature), body);
  }

  /** From hexadecimal digits; no bytes at all from anything else. */
  static byte[] ofHex(@Nullable String digits) {
    try {
      return digits == null ? NONE : HexFormat.of().parseHex(digits.strip());
    } catch (IllegalArgumentException e) {
      return NONE;
    }
  }

  /** From base 64; no bytes at all from anything else. */
  static byte[] ofBase64(@Nullable String text) {
    try {
      return text == null ? NONE : Base64.getDecoder().decode(text.strip());
    } catch (IllegalArgumentException e) {
      return NONE;
    }
  }
}
