package io.stormdrain.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The rows of one run, as Markdown that can also be read as it is. */
public final class Table {

  private static final String[] HEAD = {"measure", "figure", "goal", "", "made of"};

  private final List<String[]> lines = new ArrayList<>();

  /** With nothing in it yet. */
  public Table() {
    lines.add(HEAD);
  }

  /** Appends rows. */
  public Table add(List<Row> rows) {
    rows.forEach(row -> lines.add(row.cells()));
    return this;
  }

  @Override
  public String toString() {
    int[] widths = new int[HEAD.length];
    for (String[] line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], line[i].length());
      }
    }
    List<String> text = new ArrayList<>(lines.stream().map(line -> line(line, widths)).toList());
    text.add(1, line(rule(widths), widths));
    return String.join("\n", text);
  }

  private static String[] rule(int[] widths) {
    String[] rule = new String[widths.length];
    for (int i = 0; i < rule.length; i++) {
      rule[i] = "-".repeat(Math.max(3, widths[i]));
    }
    return rule;
  }

  private static String line(String[] cells, int[] widths) {
    List<String> padded = new ArrayList<>();
    for (int i = 0; i < cells.length; i++) {
      padded.add(cells[i] + " ".repeat(Math.max(0, widths[i] - cells[i].length())));
    }
    return padded.stream().collect(Collectors.joining(" | ", "| ", " |"));
  }
}
