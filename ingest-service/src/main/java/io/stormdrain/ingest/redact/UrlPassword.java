package io.stormdrain.ingest.redact;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.List;

/**
 * The password in {@code scheme://user:password@host}; the user too where it is the key, as in
 * {@code https://KEY@host} and {@code https://KEY:@host}.
 */
final class UrlPassword implements Rule {
  /** Longest user and password; what is longer is no address. */
  private static final int LONGEST = 1_024;

  /** A user of so many characters and a digit is a key. */
  private static final int KEY = 16;

  private static final byte[] OAUTH = "x-oauth-basic".getBytes(US_ASCII);
  private static final Chars ENDS = Chars.of(" \t\r\n\"'`<>\\");
  private static final Chars AUTHORITY_ENDS = Chars.of("/?#");

  @Override
  public List<Anchor> anchors() {
    return List.of(Anchor.of("[0-9A-Za-z+.]://"), Anchor.of("[0-9A-Za-z+.]:\\/\\/"));
  }

  @Override
  public void look(byte[] text, int at, int end, Hits hits) {
    if (hits.isInAddress(at)) {
      return;
    }
    Authority authority = authority(text, end);
    if (authority.sign > end) {
      take(text, end, authority.userEnd(), authority.sign, hits);
    } else {
      hits.noAddressBefore(authority.end);
    }
  }

  /** Where the first colon, the last at-sign and the end are; -1 for what is not there. */
  private record Authority(int colon, int sign, int end) {
    int userEnd() {
      return colon >= 0 && colon < sign ? colon : sign;
    }
  }

  private static Authority authority(byte[] text, int from) {
    int limit = Math.min(text.length, from + LONGEST);
    int colon = -1;
    int sign = -1;
    int i = from;
    while (i < limit && !ENDS.has(text[i]) && !isPathAt(text, from, i, colon, sign)) {
      sign = text[i] == '@' ? i : sign;
      colon = text[i] == ':' && colon < 0 ? i : colon;
      i++;
    }
    return new Authority(colon, sign, i);
  }

  /**
   * Does the authority end here? Not before a slash in a password that was not escaped: what stands
   * behind the colon is no port then.
   */
  private static boolean isPathAt(byte[] text, int from, int at, int colon, int sign) {
    if (!AUTHORITY_ENDS.has(text[at])) {
      return false;
    }
    boolean password = colon >= from && sign < 0 && text[from] != '[';
    return !password || isPort(text, colon + 1, at);
  }

  private static boolean isPort(byte[] text, int from, int to) {
    int end = Chars.DIGIT.runEnd(text, from, to);
    return end == to || text[end] == ',';
  }

  private static void take(byte[] text, int from, int userEnd, int sign, Hits hits) {
    boolean key = userEnd - from >= KEY && Chars.DIGIT.any(text, from, userEnd);
    int password = userEnd + 1;
    if (password >= sign || isOAuth(text, password, sign)) {
      if (key && !Hits.isMarked(text, from)) {
        hits.add(SecretKind.URL_PASSWORD, from, userEnd);
      }
    } else if (!Values.isPlaceholder(text, password, sign)) {
      hits.add(SecretKind.URL_PASSWORD, password, sign);
    }
  }

  /** Git's way to show a token: as user, with the password {@code x-oauth-basic}. */
  private static boolean isOAuth(byte[] text, int from, int to) {
    return OAUTH.length == to - from && Arrays.equals(text, from, to, OAUTH, 0, OAUTH.length);
  }
}
