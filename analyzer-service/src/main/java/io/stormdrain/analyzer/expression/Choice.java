package io.stormdrain.analyzer.expression;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One way or another; ways that cannot go on with the text's next character are not tried. */
final class Choice implements Step {

  private static final int ASCII = 128;

  private final Step[] ways;

  /** By the character that comes; those that may go on with nothing are in each. */
  private final Step[][] byFirst = new Step[ASCII][];

  Choice(Step... ways) {
    this.ways = ways;
    CharSet[] firsts = new CharSet[ways.length];
    for (int i = 0; i < ways.length; i++) {
      CharSet first = ways[i].first();
      firsts[i] = first == null ? CharSet.NONE.negated() : first;
    }
    for (char c = 0; c < ASCII; c++) {
      byFirst[c] = waysOf(c, firsts);
    }
  }

  private Step[] waysOf(char c, CharSet[] firsts) {
    Step[] some = new Step[ways.length];
    int count = 0;
    for (int i = 0; i < ways.length; i++) {
      if (firsts[i].contains(c)) {
        some[count++] = ways[i];
      }
    }
    return count == ways.length ? ways : Arrays.copyOf(some, count);
  }

  @Override
  public boolean fits(Search search, int at) {
    for (Step way : possible(search, at)) {
      if (search.isSpent(1)) {
        return false;
      }
      if (way.fits(search, at)) {
        return true;
      }
    }
    return false;
  }

  /** What a step says of its first character does not hold at the start of the text. */
  private Step[] possible(Search search, int at) {
    if (at == 0 || at >= search.length) {
      return ways;
    }
    char c = search.text.charAt(at);
    return c < ASCII ? byFirst[c] : ways;
  }

  @Override
  public @Nullable CharSet first() {
    CharSet first = CharSet.NONE;
    for (Step way : ways) {
      CharSet of = way.first();
      if (of == null) {
        return null;
      }
      first = first.and(of);
    }
    return first;
  }
}
