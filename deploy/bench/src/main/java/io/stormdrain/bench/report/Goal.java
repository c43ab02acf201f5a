package io.stormdrain.bench.report;

/** What a figure should be; the median of the rounds is held against it. */
public sealed interface Goal {

  /** Whether the figure is what it should be. */
  Verdict of(Spread figure);

  /** As the table writes it. */
  String text(Unit unit);

  /** Nothing is asked. */
  Goal NONE = new Open();

  /** The figure should not be less. */
  static Goal atLeast(double limit) {
    return new AtLeast(limit);
  }

  /** The figure should not be more. */
  static Goal atMost(double limit) {
    return new AtMost(limit);
  }

  /** Not less than the limit. */
  record AtLeast(double limit) implements Goal {
    @Override
    public Verdict of(Spread figure) {
      return figure.median() >= limit ? Verdict.MET : Verdict.MISSED;
    }

    @Override
    public String text(Unit unit) {
      return ">= " + unit.text(limit);
    }
  }

  /** Not more than the limit. */
  record AtMost(double limit) implements Goal {
    @Override
    public Verdict of(Spread figure) {
      return figure.median() <= limit ? Verdict.MET : Verdict.MISSED;
    }

    @Override
    public String text(Unit unit) {
      return "<= " + unit.text(limit);
    }
  }

  /** No limit. */
  record Open() implements Goal {
    @Override
    public Verdict of(Spread figure) {
      return Verdict.NO_GOAL;
    }

    @Override
    public String text(Unit unit) {
      return "";
    }
  }
}
