package io.stormdrain.analyzer.expression;

import java.util.Arrays;

/** One attempt to find an expression in a text. */
final class Search {

  /** Steps after which trying one way after the other is given up: some tens of microseconds. */
  private static final int PATIENCE = 20_000;

  final String text;
  final int length;
  final int[] marks;
  int end;

  /** How many times around loops are open. */
  int around;

  /** By run: from which place to which it was tried in vain. */
  private final int[] from;

  private final int[] to;
  private int left = PATIENCE;
  private boolean gaveUp;

  Search(String text, int slots, int runs) {
    this.from = new int[runs];
    this.to = new int[runs];
    this.text = text;
    this.length = text.length();
    this.marks = new int[slots];
    Arrays.fill(marks, -1);
    Arrays.fill(to, -1);
  }

  /** Whether nothing more may be tried, once this has been. */
  boolean isSpent(int steps) {
    left -= steps;
    return left < 0 || gaveUp;
  }

  /** Notes that nothing fits behind a run of characters that goes from here to there. */
  void inVain(int run, int at, int end) {
    from[run] = at;
    to[run] = end;
  }

  boolean isInVain(int run, int at) {
    return at > from[run] && at <= to[run];
  }

  void giveUp() {
    gaveUp = true;
  }

  /** Whether the answer is not to be relied on. */
  boolean gaveUp() {
    return gaveUp || left < 0;
  }

  /** Half a character is nothing that a set could hold: RE2/J reads whole ones. */
  boolean isIn(CharSet set, char c) {
    if (Character.isSurrogate(c)) {
      gaveUp = true;
    }
    return set.contains(c);
  }

  boolean isAt(Node.Place place, int at) {
    return switch (place) {
      case START -> at == 0;
      case END -> at == length;
      case WORD -> isWord(at - 1) != isWord(at);
      case NO_WORD -> isWord(at - 1) == isWord(at);
    };
  }

  private boolean isWord(int at) {
    return at >= 0 && at < length && CharSet.WORD.contains(text.charAt(at));
  }
}
