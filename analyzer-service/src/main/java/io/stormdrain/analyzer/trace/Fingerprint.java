package io.stormdrain.analyzer.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.re2j.Pattern;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Stable names for faults and for unknown lines. */
public final class Fingerprint {

  /** Part of every fingerprint: a changed scheme makes new ones instead of mixing with the old. */
  private static final String SCHEME = "1";

  private static final Pattern VARIABLE =
      Pattern.compile(
          "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}"
              + "|0x[0-9a-fA-F]+"
              + "|[\\w.+-]+@[\\w-]+\\.[\\w.]+"
              + "|\\b[0-9a-fA-F]*\\d[0-9a-fA-F]{5,}\\b"
              + "|\\d+(?:[.:,]\\d+)*");

  private Fingerprint() {}

  /** The text with numbers, ids and addresses taken out. */
  public static String masked(String text) {
    return VARIABLE.matcher(text).replaceAll("*");
  }

  /** Twelve hexadecimal digits that stand for these parts. */
  public static String of(String... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(SCHEME.getBytes(UTF_8));
      for (String part : parts) {
        digest.update((byte) 0);
        digest.update(part.getBytes(UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
