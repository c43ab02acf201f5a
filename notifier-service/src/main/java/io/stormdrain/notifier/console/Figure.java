package io.stormdrain.notifier.console;

import io.stormdrain.notifier.chart.Chart;
import java.util.ArrayList;
import java.util.List;

/**
 * A chart on a page.
 *
 * @param rows the same in numbers
 */
public record Figure(Chart chart, Moment from, Moment until, List<Row> rows) {

  public Figure {
    rows = List.copyOf(rows);
  }

  /** Numbers of some time. */
  public record Row(Moment from, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /** A number and what it is of. */
  public record Cell(String name, String value) {}

  static Figure of(Chart chart) {
    List<Row> rows = new ArrayList<>();
    for (Chart.Row row : chart.rows()) {
      List<Cell> cells = new ArrayList<>();
      for (int at = 0; at < row.peaks().size(); at++) {
        cells.add(new Cell(chart.legend().get(at).name(), row.peaks().get(at)));
      }
      rows.add(new Row(new Moment(row.from()), cells));
    }
    return new Figure(chart, new Moment(chart.from()), new Moment(chart.until()), rows);
  }
}
