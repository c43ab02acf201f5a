package io.stormdrain.bench.report;

import java.util.ArrayList;
import java.util.List;

/** Two that took turns, and what each made of every round. */
public final class Duel {

  private final List<Double> ours = new ArrayList<>();
  private final List<Double> others = new ArrayList<>();

  /** Notes a round. */
  public void add(double our, double other) {
    ours.add(our);
    others.add(other);
  }

  /** Our value divided by the other's, round by round. */
  public Spread ratio() {
    return Spread.ofRatios(ours, others);
  }

  /** What we made. */
  public Spread ours() {
    return Spread.of(ours);
  }

  /** A line of the table: the ratio, and what both made. */
  public Row row(String what, Goal goal, Unit unit) {
    String measured = unit.text(ours()) + " / " + unit.text(Spread.of(others));
    return new Row(what, ratio(), Unit.RATIO, goal, measured);
  }
}
