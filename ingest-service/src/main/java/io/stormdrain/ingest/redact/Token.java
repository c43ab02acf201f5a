package io.stormdrain.ingest.redact;

import java.util.List;

/**
 * A key that tells by its first characters whose it is. Those stay; the rest goes.
 *
 * @param chars what the rest consists of
 * @param least characters of the rest; fewer are no key
 * @param most characters of the rest; more are no key
 * @param plain the rest may be without digits: it cannot be a word
 */
record Token(SecretKind kind, Anchor anchor, Chars chars, int least, int most, boolean plain)
    implements Rule {

  /** Of a long run so much is looked at before it is taken for a key. */
  private static final int ENOUGH = 128;

  Token {
    if (least >= ENOUGH || anchor.told() == 0) {
      throw new IllegalArgumentException("least " + least + ": below " + ENOUGH);
    }
  }

  /** A key of random characters, among which there is a digit. */
  static Token random(SecretKind kind, String anchor, Chars chars, int least) {
    return new Token(kind, Anchor.of(anchor), chars, least, Integer.MAX_VALUE, false);
  }

  static Token exactly(SecretKind kind, String anchor, Chars chars, int length) {
    return new Token(kind, Anchor.of(anchor), chars, length, length, true);
  }

  /** What follows may be anything but short. */
  static Token any(SecretKind kind, String anchor, Chars chars, int least) {
    return new Token(kind, Anchor.of(anchor), chars, least, Integer.MAX_VALUE, true);
  }

  @Override
  public List<Anchor> anchors() {
    return List.of(anchor);
  }

  @Override
  public void look(byte[] text, int at, int end, Hits hits) {
    if (!Boundary.isBefore(text, at)) {
      return;
    }
    int from = at + anchor.told();
    int enough = chars.runEnd(text, from, Math.min(text.length, from + ENOUGH));
    boolean random = plain || Chars.DIGIT.any(text, from, enough);
    if (enough - from >= least && enough - from <= most && random) {
      hits.add(kind, from, chars.runEnd(text, enough, text.length));
    }
  }
}
