package io.stormdrain.bench.report;

/**
 * A line of the table.
 *
 * @param what was measured
 * @param figure the number that counts
 * @param unit of the figure
 * @param goal for the figure
 * @param measured what the figure was made of
 */
public record Row(String what, Spread figure, Unit unit, Goal goal, String measured) {

  /** The cells, in the order of {@link Table}. */
  String[] cells() {
    return new String[] {
      what, unit.text(figure), goal.text(unit), goal.of(figure).toString(), measured
    };
  }
}
