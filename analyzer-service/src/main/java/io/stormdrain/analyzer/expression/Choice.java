package io.stormdrain.analyzer.expression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One way or another; ways that cannot go on with the text's next character are not tried. */
final class Choice implements Step {

  private static final int ASCII = 128;

  private final Step[] ways;

  /** Some of the ways; each once, so that all choices of all patterns fit into a cache. */
  private final Step[][] selections;

  /** By the character that comes, which selection comes into question; with all that need none. */
  private final byte[] atStart = new byte[ASCII];

  private final byte[] behindStart = new byte[ASCII];

  Choice(Step... ways) {
    this.ways = ways;
    List<Step[]> different = new ArrayList<>();
    fill(atStart, true, different);
    fill(behindStart, false, different);
    selections = different.toArray(Step[][]::new);
  }

  private void fill(byte[] byFirst, boolean start, List<Step[]> different) {
    CharSet[] firsts = new CharSet[ways.length];
    for (int i = 0; i < ways.length; i++) {
      CharSet first = ways[i].opening(0, start);
      firsts[i] = first == null ? CharSet.NONE.negated() : first;
    }
    for (char c = 0; c < ASCII; c++) {
      byFirst[c] = (byte) place(waysOf(c, firsts), different);
    }
  }

  private static int place(Step[] selection, List<Step[]> different) {
    for (int i = 0; i < different.size(); i++) {
      if (Arrays.equals(different.get(i), selection)) {
        return i;
      }
    }
    different.add(selection);
    return different.size() - 1;
  }

  private Step[] waysOf(char c, CharSet[] firsts) {
    Step[] some = new Step[ways.length];
    int count = 0;
    for (int i = 0; i < ways.length; i++) {
      if (firsts[i].contains(c)) {
        some[count++] = ways[i];
      }
    }
    return Arrays.copyOf(some, count);
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

  private Step[] possible(Search search, int at) {
    if (at >= search.length) {
      return ways;
    }
    char c = search.text.charAt(at);
    if (c >= ASCII) {
      return ways;
    }
    return selections[(at == 0 ? atStart[c] : behindStart[c]) & 0xff];
  }

  @Override
  public @Nullable CharSet opening(int ahead, boolean start) {
    CharSet opening = CharSet.NONE;
    for (Step way : ways) {
      CharSet of = way.opening(ahead, start);
      if (of == null) {
        return null;
      }
      opening = opening.and(of);
    }
    return opening;
  }
}
