package io.stormdrain.notifier.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stormdrain.notifier.NotifierConfig;
import io.stormdrain.notifier.Secret;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Passes of those who have shown the token: {@code <end>.<random>.<signature>}. They are signed
 * with a key that is made of the token, so every instance knows them, none has to keep them, and a
 * new token ends them all.
 */
@Singleton
class Sessions {

  /** So long a pass lasts. */
  static final Duration LIFE = Duration.ofDays(7);

  private static final String ALGORITHM = "HmacSHA256";
  private static final String PURPOSE = "stormdrain console session 1";
  private static final Pattern PASS =
      Pattern.compile("(([0-9]{1,12})\\.[0-9a-f]{32})\\.([0-9a-f]{64})");
  private static final int RANDOM_BYTES = 16;

  private final @Nullable Secret token;
  private final SecureRandom random = new SecureRandom();

  Sessions(NotifierConfig config) {
    this.token = config.apiToken().orElse(null);
  }

  /** Whether anybody has to show the token; pages are as open as the API. */
  boolean areNeeded() {
    return token != null;
  }

  /** A pass for who shows the token; null for who does not. */
  @Nullable String open(String shown, Instant now) {
    if (token == null || !token.isShownBy(shown.strip())) {
      return null;
    }
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    String said = now.plus(LIFE).getEpochSecond() + "." + HexFormat.of().formatHex(bytes);
    return said + "." + signature(token, said);
  }

  /** Whether somebody may see pages. */
  boolean admits(@Nullable String pass, Instant now) {
    if (token == null) {
      return true;
    }
    Matcher parts = PASS.matcher(pass == null ? "" : pass);
    return parts.matches()
        && MessageDigest.isEqual(
            signature(token, parts.group(1)).getBytes(UTF_8), parts.group(3).getBytes(UTF_8))
        && Long.parseLong(parts.group(2)) > now.getEpochSecond();
  }

  private static String signature(Secret token, String said) {
    byte[] key = sign(token.reveal().getBytes(UTF_8), PURPOSE);
    return HexFormat.of().formatHex(sign(key, said));
  }

  private static byte[] sign(byte[] key, String said) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(said.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
