package io.stormdrain.analyzer.expression;

import org.jspecify.annotations.Nullable;

/**
 * One step of an expression that is ready to be held against text; each knows what comes behind it,
 * and says whether all the rest of the expression fits from a place on.
 */
sealed interface Step
    permits Step.End, Step.Letters, Step.OneOf, Step.Mark, Step.Edge, Choice, Run, Loop {

  boolean fits(Search search, int at);

  /**
   * What the text must hold where this step fits; null where that says nothing.
   *
   * @param ahead how many characters behind the step's place
   * @param start whether that place is the start of the text
   */
  @Nullable CharSet opening(int ahead, boolean start);

  /** Nothing is left to fit. */
  record End() implements Step {
    @Override
    public boolean fits(Search search, int at) {
      search.end = at;
      return true;
    }

    @Override
    public @Nullable CharSet opening(int ahead, boolean start) {
      return null;
    }
  }

  /** A text. */
  record Letters(String text, Step next) implements Step {
    @Override
    public boolean fits(Search search, int at) {
      return search.text.startsWith(text, at) && next.fits(search, at + text.length());
    }

    @Override
    public @Nullable CharSet opening(int ahead, boolean start) {
      return ahead < text.length()
          ? CharSet.range(text.charAt(ahead), text.charAt(ahead))
          : next.opening(ahead - text.length(), false);
    }
  }

  /** One character. */
  record OneOf(CharSet set, Step next) implements Step {
    @Override
    public boolean fits(Search search, int at) {
      return at < search.length
          && search.isIn(set, search.text.charAt(at))
          && next.fits(search, at + 1);
    }

    @Override
    public @Nullable CharSet opening(int ahead, boolean start) {
      return ahead == 0 ? set : next.opening(ahead - 1, false);
    }
  }

  /** Notes a place, where the rest fits. */
  record Mark(int slot, Step next) implements Step {
    @Override
    public boolean fits(Search search, int at) {
      int before = search.marks[slot];
      search.marks[slot] = at;
      if (next.fits(search, at)) {
        return true;
      }
      search.marks[slot] = before;
      return false;
    }

    @Override
    public @Nullable CharSet opening(int ahead, boolean start) {
      return next.opening(ahead, start);
    }
  }

  /** A place between two characters. */
  record Edge(Node.Place place, Step next) implements Step {
    @Override
    public boolean fits(Search search, int at) {
      return search.isAt(place, at) && next.fits(search, at);
    }

    @Override
    public @Nullable CharSet opening(int ahead, boolean start) {
      return place == Node.Place.START && !start ? CharSet.NONE : next.opening(ahead, start);
    }
  }
}
