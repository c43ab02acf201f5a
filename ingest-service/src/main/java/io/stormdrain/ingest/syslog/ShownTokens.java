package io.stormdrain.ingest.syslog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tokens in a frame. Render puts one before {@code <PRI>}; others can be told to write one into a
 * field, or into structured data; Heroku's syslog drains have the drain's own as host name.
 */
public final class ShownTokens {
  /** As short as a source's token may be. */
  private static final int SHORTEST = 20;

  private static final int LONGEST = 512;

  /**
   * Headers are short; what an app writes holds no token of ours, and is not looked at for long.
   */
  private static final int LOOKED_AT = 1_024;

  private static final int MOST = 12;
  private static final byte[] HIDDEN = "[token]".getBytes(UTF_8);

  private ShownTokens() {}

  /** The word before {@code <PRI>}, if there is one. */
  public static @Nullable String before(byte[] frame) {
    int end = 0;
    while (end < frame.length && end < LONGEST && frame[end] > ' ' && frame[end] != '<') {
      end++;
    }
    boolean opens = end > 0 && end + 1 < frame.length && frame[end] == ' ' && frame[end + 1] == '<';
    return opens ? new String(frame, 0, end, UTF_8) : null;
  }

  /** Words that may be a token, the likeliest first. */
  public static List<String> in(byte[] frame) {
    List<String> words = new ArrayList<>();
    int end = Math.min(frame.length, LOOKED_AT);
    int start = 0;
    for (int i = 0; i <= end && words.size() < MOST; i++) {
      if (i == end || isBetweenWords(frame[i])) {
        if (i - start >= SHORTEST && i - start <= LONGEST) {
          words.add(new String(frame, start, i - start, UTF_8));
        }
        start = i + 1;
      }
    }
    return words;
  }

  private static boolean isBetweenWords(byte b) {
    return b <= ' ' || "[]\"=<>,;@".indexOf(b) >= 0;
  }

  /** The frame without a word before {@code <PRI>}, and with this token hidden wherever it is. */
  public static byte[] without(byte[] frame, byte[] token) {
    String before = before(frame);
    int from = before == null ? 0 : before.getBytes(UTF_8).length + 1;
    if (from == 0 && indexOf(frame, token, 0) < 0) {
      return frame;
    }
    ByteArrayOutputStream clean = new ByteArrayOutputStream(frame.length);
    for (int at = indexOf(frame, token, from); at >= 0; at = indexOf(frame, token, from)) {
      clean.write(frame, from, at - from);
      clean.writeBytes(HIDDEN);
      from = at + token.length;
    }
    clean.write(frame, from, frame.length - from);
    return clean.toByteArray();
  }

  private static int indexOf(byte[] frame, byte[] word, int from) {
    for (int i = from; word.length > 0 && i + word.length <= frame.length; i++) {
      int same = 0;
      while (same < word.length && frame[i + same] == word[same]) {
        same++;
      }
      if (same == word.length) {
        return i;
      }
    }
    return -1;
  }
}
