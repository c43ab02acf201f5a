package io.stormdrain.analyzer.expression;

import org.jspecify.annotations.Nullable;

/** A part of an expression any number of times; it never fits nothing. */
final class Loop implements Step {

  /** Each time around is one more step that waits for its rest. */
  private static final int MOST_AROUND = 200;

  private final boolean greedy;
  private final Step next;
  private Step body;

  Loop(boolean greedy, Step next) {
    this.greedy = greedy;
    this.next = next;
    this.body = next;
  }

  /** What is repeated; this loop is behind it. */
  Loop around(Step repeated) {
    body = repeated;
    return this;
  }

  @Override
  public boolean fits(Search search, int at) {
    if (search.isSpent(1) || ++search.around > MOST_AROUND) {
      search.giveUp();
      return false;
    }
    boolean fits =
        greedy
            ? body.fits(search, at) || next.fits(search, at)
            : next.fits(search, at) || body.fits(search, at);
    search.around--;
    return fits;
  }

  @Override
  public @Nullable CharSet opening(int ahead, boolean start) {
    return null;
  }
}
