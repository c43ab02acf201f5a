package io.stormdrain.ingest.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The line in which Railway admits that it dropped lines of a replica that wrote more than 500 in a
 * second. It is the only trace of them.
 */
final class RateLimit {
  private static final byte[] OPENING = "Railway rate limit of ".getBytes(UTF_8);
  private static final int LONGEST = 300;
  private static final Pattern DROPPED = Pattern.compile("Messages dropped: (\\d{1,12})");

  private RateLimit() {}

  /** Lines that the message says were dropped; 0 when it is another message. */
  static long dropped(byte[] text) {
    boolean opens =
        text.length >= OPENING.length
            && Arrays.equals(text, 0, OPENING.length, OPENING, 0, OPENING.length);
    if (!opens) {
      return 0;
    }
    Matcher number = DROPPED.matcher(new String(text, 0, Math.min(LONGEST, text.length), UTF_8));
    return number.find() ? Long.parseLong(number.group(1)) : 0;
  }
}
