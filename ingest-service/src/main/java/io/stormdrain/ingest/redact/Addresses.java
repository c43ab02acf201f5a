package io.stormdrain.ingest.redact;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;

/**
 * Public IP addresses. Those of private networks stay: they name machines and no people. Numbers of
 * versions with four parts look the same and go too.
 */
final class Addresses {
  private static final Chars V6 = Chars.of("0-9A-Fa-f:");
  private static final Chars BEFORE = Chars.of("0-9A-Za-z_.:-");
  private static final Chars AFTER = Chars.of("0-9A-Za-z_-");
  private static final int LONGEST_V6 = 39;

  private Addresses() {}

  static void find(byte[] text, Hits hits) {
    int i = 0;
    while (i < text.length) {
      if (!V6.has(text[i]) || (i > 0 && BEFORE.has(text[i - 1]))) {
        i++;
      } else {
        i = look(text, i, hits);
      }
    }
  }

  private static int look(byte[] text, int from, Hits hits) {
    int v6 = V6.runEnd(text, from, text.length);
    if (isV6(text, from, v6)) {
      hits.add(SecretKind.IP_ADDRESS, from, v6);
      return v6;
    }
    int v4 = v4End(text, from);
    if (v4 > 0 && !isPrivate(text, from)) {
      hits.add(SecretKind.IP_ADDRESS, from, v4);
    }
    return Math.max(v4, from + 1);
  }

  /** End of four numbers of at most 255 with dots between; -1 when there are none. */
  private static int v4End(byte[] text, int from) {
    int at = partEnd(text, from);
    for (int part = 1; part < 4; part++) {
      boolean dot = at > 0 && at < text.length && text[at] == '.';
      at = dot ? partEnd(text, at + 1) : -1;
    }
    return at < 0 || goesOn(text, at) ? -1 : at;
  }

  private static int partEnd(byte[] text, int from) {
    int end = Chars.DIGIT.runEnd(text, from, Math.min(text.length, from + 4));
    boolean part = end > from && end - from <= 3 && number(text, from, end) <= 255;
    return part ? end : -1;
  }

  private static boolean goesOn(byte[] text, int end) {
    boolean word = end < text.length && AFTER.has(text[end]);
    boolean fifth = end + 1 < text.length && text[end] == '.' && Chars.DIGIT.has(text[end + 1]);
    return word || fifth;
  }

  private static int number(byte[] text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = 10 * number + text[i] - '0';
    }
    return number;
  }

  /** RFC 1918, loopback, link-local, unspecified. */
  private static boolean isPrivate(byte[] text, int from) {
    int dot = Chars.DIGIT.runEnd(text, from, text.length);
    int first = number(text, from, dot);
    int second = number(text, dot + 1, Chars.DIGIT.runEnd(text, dot + 1, text.length));
    return switch (first) {
      case 0, 10, 127 -> true;
      case 172 -> second >= 16 && second < 32;
      case 192 -> second == 168;
      case 169 -> second == 254;
      default -> false;
    };
  }

  /** Eight groups, or fewer with {@code ::}; with a digit, since {@code Add::Bad} is a class. */
  private static boolean isV6(byte[] text, int from, int to) {
    if (to - from < 6 || to - from > LONGEST_V6 || !Chars.DIGIT.any(text, from, to)) {
      return false;
    }
    String[] groups = new String(text, from, to - from, US_ASCII).split(":", -1);
    long empty = Arrays.stream(groups).filter(String::isEmpty).count();
    boolean fit = Arrays.stream(groups).allMatch(group -> group.length() <= 4);
    return fit && (empty == 0 ? groups.length == 8 : isShortened(groups.length, empty));
  }

  private static boolean isShortened(int groups, long empty) {
    return empty <= 2 && groups <= 8 && groups - empty >= 3;
  }
}
