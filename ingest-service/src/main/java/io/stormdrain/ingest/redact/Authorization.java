package io.stormdrain.ingest.redact;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;

/** What a client shows a server: after {@code Bearer}, {@code Basic}, {@code Authorization}. */
final class Authorization implements Rule {
  private static final int SHORTEST = 16;
  private static final int LONG = 32;

  /** Of a long value so much is looked at before it is taken for a secret. */
  private static final int ENOUGH = 512;

  private static final int SHORTEST_IN_HEADER = 8;
  private static final Anchor BEARER = Anchor.ignoringCase("bearer[ +%:]");
  private static final Anchor BASIC = Anchor.ignoringCase("basic[ +%]");
  private static final Anchor HEADER = Anchor.ignoringCase("authorization");
  private static final Chars BLANKS = Chars.of(" +");
  private static final Chars WORD_ENDS = Chars.of(" \t\"'`,;\\)}]");

  @Override
  public List<Anchor> anchors() {
    return List.of(BEARER, BASIC, HEADER);
  }

  @Override
  public void look(byte[] text, int at, int end, Hits hits) {
    if (end - at == HEADER.length()) {
      header(text, at, end, hits);
    } else {
      int from = skipBlanks(text, end - 1);
      int to = Chars.TOKEN68.runEnd(text, from, Math.min(text.length, from + ENOUGH));
      boolean bearer = end - at == BEARER.length();
      if (bearer ? isToken(text, from, to, SHORTEST) : isPair(text, from, to)) {
        hits.add(SecretKind.AUTHORIZATION, from, Chars.TOKEN68.runEnd(text, to, text.length));
      }
    }
  }

  private static int skipBlanks(byte[] text, int from) {
    int i = text[from] == ':' ? from + 1 : from;
    i = BLANKS.runEnd(text, i, Math.min(text.length, i + 3));
    boolean encoded = i + 2 < text.length && text[i] == '%' && text[i + 1] == '2';
    return encoded && text[i + 2] == '0' ? i + 3 : i;
  }

  private static boolean isToken(byte[] text, int from, int to, int least) {
    return Values.isMixed(text, from, to, least) || Values.isRandom(text, from, to, LONG);
  }

  /** A user and a password in base64. */
  private static boolean isPair(byte[] text, int from, int to) {
    if (to - from < SHORTEST_IN_HEADER || !Chars.BASE64.all(text, from, to)) {
      return false;
    }
    try {
      String pair =
          new String(Base64.getDecoder().decode(new String(text, from, to - from, UTF_8)), UTF_8);
      return pair.indexOf(':') >= 0 && pair.chars().allMatch(c -> c >= ' ' && c != 0xFFFD);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** The scheme stays, if there is one. */
  private static void header(byte[] text, int at, int end, Hits hits) {
    Assignment value = Assignment.after(text, at, end);
    if (value == null) {
      return;
    }
    int from = value.from();
    int wordEnd = wordEnd(text, from, from + ENOUGH);
    boolean scheme = wordEnd + 1 < text.length && text[wordEnd] == ' ' && wordEnd - from <= 20;
    int second = scheme ? wordEnd + 1 : from;
    int to = scheme ? wordEnd(text, second, second + ENOUGH) : wordEnd;
    if (isToken(text, second, to, SHORTEST_IN_HEADER) && !Values.isName(text, second, to)) {
      hits.add(SecretKind.AUTHORIZATION, second, wordEnd(text, to, text.length));
    }
  }

  private static int wordEnd(byte[] text, int from, int most) {
    int limit = Math.min(text.length, most);
    int i = from;
    while (i < limit && !WORD_ENDS.has(text[i])) {
      i++;
    }
    return i;
  }
}
