package io.stormdrain.notifier.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stormdrain.notifier.Secret;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs as Standard Webhooks 1.0 say: HMAC-SHA256 over {@code id.timestamp.body}, one signature for
 * each secret, so that a secret can be replaced without a gap.
 */
final class HookSignature {

  private static final String PREFIX = "whsec_";
  private static final int SHORTEST = 24;
  private static final int LONGEST = 64;

  private HookSignature() {}

  /** Whether it is {@code whsec_} and the base64 of 24 to 64 bytes. */
  static boolean isKey(Secret secret) {
    if (!secret.reveal().startsWith(PREFIX)) {
      return false;
    }
    try {
      int length = key(secret).length;
      return length >= SHORTEST && length <= LONGEST;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  static String of(List<Secret> secrets, String id, Instant at, String body) {
    String signed = id + "." + at.getEpochSecond() + "." + body;
    return secrets.stream().map(secret -> of(secret, signed)).collect(Collectors.joining(" "));
  }

  private static String of(Secret secret, String signed) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key(secret), "HmacSHA256"));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java knows HmacSHA256", e);
    }
  }

  private static byte[] key(Secret secret) {
    return Base64.getDecoder().decode(secret.reveal().substring(PREFIX.length()));
  }
}
