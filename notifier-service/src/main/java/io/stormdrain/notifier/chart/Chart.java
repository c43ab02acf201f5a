package io.stormdrain.notifier.chart;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A drawing, {@value #WIDTH} wide and {@value #HEIGHT} high, with all that is to be said of it.
 *
 * @param id for links to it
 * @param top what the upper edge stands for; the lower one is zero
 * @param middle what lies between
 * @param shapes what to draw, from back to front
 * @param legend what the shapes stand for
 * @param marks times that matter
 * @param rows the same in numbers
 */
public record Chart(
    String id,
    String title,
    String top,
    String middle,
    Instant from,
    Instant until,
    List<Shape> shapes,
    List<Entry> legend,
    List<Mark> marks,
    List<Row> rows) {

  public static final int WIDTH = 1000;
  public static final int HEIGHT = 200;

  public Chart {
    shapes = List.copyOf(shapes);
    legend = List.copyOf(legend);
    marks = List.copyOf(marks);
    rows = List.copyOf(rows);
  }

  /**
   * Something drawn.
   *
   * @param path as SVG writes it
   */
  public record Shape(String style, String path) {}

  /**
   * What a shape stands for.
   *
   * @param latest the last number; null where none is known
   * @param peak the greatest
   */
  public record Entry(String name, String style, @Nullable String latest, @Nullable String peak) {}

  /**
   * A time that matters.
   *
   * @param x where it is
   */
  public record Mark(int x, String name, Instant at) {}

  /**
   * Some columns in numbers: the greatest of each series.
   *
   * @param from when they begin
   */
  public record Row(Instant from, List<String> peaks) {
    public Row {
      peaks = List.copyOf(peaks);
    }
  }

  /** Whether there is anything to see. */
  public boolean isEmpty() {
    return legend.stream().allMatch(entry -> entry.latest() == null);
  }

  /** In one sentence, for those who do not see it. */
  public String summary() {
    StringBuilder text = new StringBuilder(title);
    String before = ": ";
    for (Entry entry : legend) {
      if (entry.latest() != null) {
        text.append(before)
            .append(entry.name())
            .append(" now ")
            .append(entry.latest())
            .append(", at most ")
            .append(entry.peak());
        before = "; ";
      }
    }
    return before.equals(": ") ? title + ": nothing known" : text.toString();
  }
}
