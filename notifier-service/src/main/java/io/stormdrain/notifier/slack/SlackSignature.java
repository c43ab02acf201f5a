package io.stormdrain.notifier.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stormdrain.notifier.Secret;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request is from Slack: HMAC-SHA256 over {@code v0:timestamp:body} with the app's
 * signing secret. What is older or newer than five minutes is refused, or it could be sent again.
 * Pure.
 */
public final class SlackSignature {

  /** What a look at a request comes to. */
  public enum Verdict {
    GENUINE,
    /** Header X-Slack-Signature or X-Slack-Request-Timestamp is missing or no such thing. */
    UNSIGNED,
    /** Too old, or from the future. */
    OUT_OF_TIME,
    /** Somebody else signed it, or changed it. */
    FORGED
  }

  private static final Duration MOST_SKEW = Duration.ofMinutes(5);
  private static final String VERSION = "v0";

  private SlackSignature() {}

  /** Looks at a request. */
  public static Verdict check(
      @Nullable String signature,
      @Nullable String timestamp,
      String body,
      Secret secret,
      Instant now) {
    if (signature == null || timestamp == null || !timestamp.matches("[0-9]{1,12}")) {
      return Verdict.UNSIGNED;
    }
    Instant signed = Instant.ofEpochSecond(Long.parseLong(timestamp));
    if (Duration.between(signed, now).abs().compareTo(MOST_SKEW) > 0) {
      return Verdict.OUT_OF_TIME;
    }
    byte[] expected = of(timestamp, body, secret).getBytes(UTF_8);
    return MessageDigest.isEqual(expected, signature.getBytes(UTF_8))
        ? Verdict.GENUINE
        : Verdict.FORGED;
  }

  /** The signature of a request. */
  public static String of(String timestamp, String body, Secret secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.reveal().getBytes(UTF_8), "HmacSHA256"));
      String signed = String.join(":", VERSION, timestamp, body);
      return VERSION + "=" + HexFormat.of().formatHex(mac.doFinal(signed.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java knows HmacSHA256", e);
    }
  }
}
