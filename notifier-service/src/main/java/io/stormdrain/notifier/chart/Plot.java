package io.stormdrain.notifier.chart;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Draws charts. */
public final class Plot {

  private static final int ROWS = 12;
  private static final String NOTHING = "–";

  private final String id;
  private final String title;
  private final Unit unit;
  private final Columns columns;
  private final Map<Instant, String> marks;

  /**
   * @param marks times that matter and what they are called
   */
  public Plot(String id, String title, Unit unit, Columns columns, Map<Instant, String> marks) {
    this.id = id;
    this.title = title;
    this.unit = unit;
    this.columns = columns;
    this.marks = Map.copyOf(marks);
  }

  /** Each on top of the one before, as parts of a whole. */
  public Chart stacked(List<Series> parts) {
    double[] heights = new double[columns.count()];
    List<double[]> tops = new ArrayList<>();
    for (Series part : parts) {
      for (int column = 0; column < heights.length; column++) {
        heights[column] += Objects.requireNonNullElse(part.values().get(column), 0.0);
      }
      tops.add(heights.clone());
    }
    double top = unit.ceiling(Arrays.stream(heights).max().orElse(0));
    List<Chart.Shape> shapes = new ArrayList<>();
    for (int part = 0; part < parts.size(); part++) {
      double[] below = part == 0 ? new double[heights.length] : tops.get(part - 1);
      String path = Paths.steps(below, tops.get(part), top);
      if (!path.isEmpty()) {
        shapes.add(new Chart.Shape("area " + parts.get(part).style(), path));
      }
    }
    return chart(parts, top, shapes);
  }

  /** Each by itself. */
  public Chart lines(List<Series> all) {
    double top =
        unit.ceiling(
            all.stream()
                .map(Series::peak)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0));
    return chart(
        all,
        top,
        all.stream()
            .map(one -> new Chart.Shape("line " + one.style(), Paths.line(one.values(), top)))
            .filter(shape -> !shape.path().isEmpty())
            .toList());
  }

  private Chart chart(List<Series> all, double top, List<Chart.Shape> shapes) {
    return new Chart(
        id,
        title,
        unit.text(top),
        unit.text(top / 2),
        columns.from(),
        columns.until(),
        shapes,
        all.stream()
            .map(one ->
                new Chart.Entry(one.name(), one.style(), text(one.latest()), text(one.peak())))
            .toList(),
        marked(),
        rows(all));
  }

  private @Nullable String text(@Nullable Double value) {
    return value == null ? null : unit.text(value);
  }

  private List<Chart.Mark> marked() {
    return marks.entrySet().stream()
        .filter(mark -> columns.of(mark.getKey()) != null)
        .sorted(Map.Entry.comparingByKey())
        .map(mark -> new Chart.Mark(x(mark.getKey()), mark.getValue(), mark.getKey()))
        .toList();
  }

  private int x(Instant time) {
    double seconds = time.getEpochSecond() - columns.from().getEpochSecond();
    return (int)
        Math.round(Chart.WIDTH * seconds / ((double) columns.each().toSeconds() * columns.count()));
  }

  private List<Chart.Row> rows(List<Series> all) {
    int together = Math.ceilDiv(columns.count(), ROWS);
    List<Chart.Row> rows = new ArrayList<>();
    for (int from = 0; from < columns.count(); from += together) {
      int first = from;
      int until = Math.min(columns.count(), from + together);
      rows.add(
          new Chart.Row(
              columns.start(from),
              all.stream()
                  .map(one -> text(one.peak(first, until)))
                  .map(text -> Objects.requireNonNullElse(text, NOTHING))
                  .toList()));
    }
    return rows;
  }
}
