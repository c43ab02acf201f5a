package io.stormdrain.ingest.redact;

/** Mail addresses. The domain stays, which often says enough. */
final class Emails {
  private static final int LONGEST_NAME = 64;
  private static final Chars NAME = Chars.of("0-9A-Za-z.!#$%&'*+/=?^_`{|}~-");
  private static final Chars DOMAIN = Chars.of("0-9A-Za-z.-");

  /** In URLs, JSON and text these stand before an address as well as in it. */
  private static final Chars OPENS = Chars.of("=/'`{|&?");

  private Emails() {}

  static void find(byte[] text, Hits hits) {
    for (int at = 1; at < text.length - 3; at++) {
      if (text[at] == '@' && isDomain(text, at + 1)) {
        int from = NAME.runBegin(text, at, Math.max(0, at - LONGEST_NAME));
        for (int i = at - 1; i >= from; i--) {
          if (OPENS.has(text[i])) {
            from = i + 1;
          }
        }
        if (from < at && !hits.covers(from, at)) {
          hits.add(SecretKind.EMAIL, from, at);
        }
      }
    }
  }

  private static boolean isDomain(byte[] text, int from) {
    int to = DOMAIN.runEnd(text, from, text.length);
    int dot = -1;
    for (int i = from + 1; i < to - 2; i++) {
      dot = text[i] == '.' ? i : dot;
    }
    return dot > 0 && !Chars.DIGIT.has(text[dot + 1]);
  }
}
