package io.stormdrain.analyzer.expression;

import org.jspecify.annotations.Nullable;

/**
 * What the first three characters of whatever fits may be: nearly every place of a text is passed
 * over by a look at them.
 *
 * @param first null where it may be any, or none
 * @param second the same
 * @param third the same
 */
record Opening(@Nullable CharSet first, @Nullable CharSet second, @Nullable CharSet third) {

  /**
   * Of whatever fits at a place.
   *
   * @param start whether that is the start of the text
   */
  static Opening of(Step step, boolean start) {
    return new Opening(step.opening(0, start), step.opening(1, start), step.opening(2, start));
  }

  /** The first place from there on where it may begin, -1 when there is none. */
  int next(String text, int from) {
    if (first == null) {
      return from <= text.length() ? from : -1;
    }
    if (first.isEmpty()) {
      return -1;
    }
    for (int at = from; at < text.length(); at++) {
      if (first.contains(text.charAt(at)) && goesOn(text, at)) {
        return at;
      }
    }
    return -1;
  }

  /** Whether it may begin there. */
  boolean isAt(String text, int at) {
    return isAt(first, text, at) && goesOn(text, at);
  }

  private boolean goesOn(String text, int at) {
    return isAt(second, text, at + 1) && isAt(third, text, at + 2);
  }

  /** Half a character says nothing: RE2/J reads whole ones, and counts otherwise behind them. */
  private static boolean isAt(@Nullable CharSet set, String text, int at) {
    return set == null
        || (at < text.length()
            && (set.contains(text.charAt(at)) || Character.isSurrogate(text.charAt(at))));
  }
}
