package io.stormdrain.ingest.redact;

import java.util.List;

/** A JSON Web Token: base64 of two JSON objects and of a signature, with dots between. */
final class Jwt implements Rule {
  /** What opens an object, in base64: {@code eyJ}. */
  private static final int OPENING = 3;

  private static final int LONGEST_HEADER = 2_048;
  private static final int SHORTEST_PAYLOAD = 8;

  @Override
  public List<Anchor> anchors() {
    return List.of(Anchor.of(".eyJ"));
  }

  @Override
  public void look(byte[] text, int at, int end, Hits hits) {
    int least = Math.max(0, at - LONGEST_HEADER);
    int header = Chars.BASE64URL.runBegin(text, at, least);
    int begin = opening(text, header, at);
    int payload = Chars.BASE64URL.runEnd(text, end, text.length);
    if (begin < 0 || payload - end < SHORTEST_PAYLOAD) {
      return;
    }
    boolean signed = payload < text.length && text[payload] == '.';
    int to = signed ? Chars.BASE64URL.runEnd(text, payload + 1, text.length) : payload;
    hits.add(SecretKind.JWT, begin + OPENING, to);
  }

  /** Where {@code eyJ} stands: before it there may be {@code %3D}, {@code \n}, {@code token_}. */
  private static int opening(byte[] text, int from, int to) {
    for (int i = from; i + OPENING <= to; i++) {
      if (text[i] == 'e' && text[i + 1] == 'y' && text[i + 2] == 'J') {
        return i;
      }
    }
    return -1;
  }
}
