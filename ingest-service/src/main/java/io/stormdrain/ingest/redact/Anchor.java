package io.stormdrain.ingest.redact;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands in a line wherever a rule may find something: four characters or more, each one of a
 * set.
 */
final class Anchor {
  /** The windows of three bytes at two successive offsets must lie in it. */
  static final int SHORTEST = 4;

  private static final int MANY = 10;

  private final Chars[] places;

  private Anchor(List<Chars> places) {
    if (places.size() < SHORTEST) {
      throw new IllegalArgumentException("an anchor has at least %d places".formatted(SHORTEST));
    }
    this.places = places.toArray(Chars[]::new);
  }

  /** A text in which {@code [a-z]} stands for one of these characters. */
  static Anchor of(String notation) {
    return new Anchor(places(notation, false));
  }

  static Anchor ignoringCase(String notation) {
    return new Anchor(places(notation, true));
  }

  private static List<Chars> places(String notation, boolean ignoringCase) {
    List<Chars> places = new ArrayList<>();
    for (int i = 0; i < notation.length(); i++) {
      char c = notation.charAt(i);
      if (c == '[') {
        int end = notation.indexOf(']', i);
        places.add(Chars.of(notation.substring(i + 1, end)));
        i = end;
      } else {
        places.add(ignoringCase ? Chars.ofLetter(c) : Chars.of(String.valueOf(c)));
      }
    }
    return places;
  }

  int length() {
    return places.length;
  }

  /** Of its places those that tell a key's kind: not a last one that may be nearly anything. */
  int told() {
    return places[places.length - 1].size() > MANY ? places.length - 1 : places.length;
  }

  Chars place(int index) {
    return places[index];
  }

  boolean standsAt(byte[] text, int at) {
    if (at < 0 || at + places.length > text.length) {
      return false;
    }
    for (int i = 0; i < places.length; i++) {
      if (!places[i].has(text[at + i])) {
        return false;
      }
    }
    return true;
  }
}
