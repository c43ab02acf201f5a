package io.stormdrain.analyzer.expression;

import org.jspecify.annotations.Nullable;

/**
 * One step of an expression that is ready to be held against text; each knows what comes behind it,
 * and says whether all the rest of the expression fits from a place on.
 */
sealed interface Step
    permits Step.End, Step.Letters, Step.OneOf, Step.Mark, Step.Edge, Choice, Run, Loop {

  boolean fits(Search search, int at);

  /** What the text must go on with where this step fits; null where that says nothing. */
  @Nullable CharSet first();

  /** Nothing is left to fit. */
  record End() implements Step {
    @Override
    public boolean fits(Search search, int at) {
      search.end = at;
      return true;
    }

    @Override
    public @Nullable CharSet first() {
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
    public CharSet first() {
      return CharSet.range(text.charAt(0), text.charAt(0));
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
    public CharSet first() {
      return set;
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
    public @Nullable CharSet first() {
      return next.first();
    }
  }

  /** A place between two characters. */
  record Edge(Node.Place place, Step next) implements Step {
    @Override
    public boolean fits(Search search, int at) {
      return search.isAt(place, at) && next.fits(search, at);
    }

    /** Behind the first character, where alone it is asked, there is no start. */
    @Override
    public @Nullable CharSet first() {
      return place == Node.Place.START ? CharSet.NONE : next.first();
    }
  }
}
