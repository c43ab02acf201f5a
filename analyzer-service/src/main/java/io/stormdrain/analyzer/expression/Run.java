package io.stormdrain.analyzer.expression;

import org.jspecify.annotations.Nullable;

/** One set's characters, between so many and so many of them. */
final class Run implements Step {
  private final int number;
  private final CharSet set;
  private final int least;
  private final int most;
  private final boolean greedy;
  private final Step next;
  private final @Nullable CharSet behind;

  /**
   * @param number which of the program's runs it is
   */
  Run(int number, CharSet set, Node.Repeat repeat, Step next) {
    this.number = number;
    this.set = set;
    this.least = repeat.least();
    this.most = repeat.most();
    this.greedy = repeat.greedy();
    this.next = next;
    this.behind = next.opening(0, false);
  }

  @Override
  public boolean fits(Search search, int at) {
    if (search.isInVain(number, at)) {
      return false;
    }
    return greedy ? fitsLongest(search, at) : fitsShortest(search, at);
  }

  private boolean fitsLongest(Search search, int at) {
    int end = end(search, at, Math.min(most, search.length - at));
    for (int i = end; i >= at + least; i--) {
      if (search.isSpent(1)) {
        return false;
      }
      if (mayGoOn(search, i) && next.fits(search, i)) {
        return true;
      }
    }
    return failed(search, at, end);
  }

  private boolean fitsShortest(Search search, int at) {
    int start = at + least;
    if (start > search.length || end(search, at, least) < start) {
      return false;
    }
    int last = Math.min(most, search.length - at) + at;
    int i = start;
    while (!search.isSpent(1)) {
      if (mayGoOn(search, i) && next.fits(search, i)) {
        return true;
      }
      if (i >= last || !search.isIn(set, search.text.charAt(i))) {
        return failed(search, at, i);
      }
      i++;
    }
    return false;
  }

  /** Whoever begins further on in the same characters comes to no place that was not tried. */
  private boolean failed(Search search, int at, int end) {
    if (end == search.length || !set.contains(search.text.charAt(end))) {
      search.inVain(number, at, end);
    }
    return false;
  }

  private int end(Search search, int at, int count) {
    int i = at;
    while (i < at + count && search.isIn(set, search.text.charAt(i))) {
      i++;
    }
    return search.isSpent(i - at) ? at : i;
  }

  private boolean mayGoOn(Search search, int at) {
    return behind == null
        || at == 0
        || (at < search.length && behind.contains(search.text.charAt(at)));
  }

  /** One more of the set, or what follows a run that is over by then. */
  @Override
  public @Nullable CharSet opening(int ahead, boolean start) {
    CharSet opening = most > ahead ? set : CharSet.NONE;
    for (int length = least; length <= Math.min(most, ahead); length++) {
      CharSet behindIt = next.opening(ahead - length, start && length == 0);
      if (behindIt == null) {
        return null;
      }
      opening = opening.and(behindIt);
    }
    return opening;
  }
}
