package io.stormdrain.local.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** Answers of the notifier as lines of text; what log lines brought in is made harmless. */
public final class Table {

  private static final String GAP = "  ";

  private final List<String> columns;

  /** With a column for each of these fields; columns that are empty throughout are left out. */
  public Table(String... columns) {
    this.columns = List.of(columns);
  }

  /**
   * A line for the names of the columns and one for each row; one that says so when there is none.
   */
  public List<String> lines(Iterable<JsonNode> rows) {
    List<JsonNode> all = StreamSupport.stream(rows.spliterator(), false).toList();
    if (all.isEmpty()) {
      return List.of("none");
    }
    List<StringBuilder> lines = new ArrayList<>();
    for (int row = 0; row <= all.size(); row++) {
      lines.add(new StringBuilder());
    }
    for (String column : columns) {
      List<String> cells = all.stream().map(row -> text(row.path(column))).toList();
      if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
        add(lines, column, cells);
      }
    }
    return lines.stream().map(line -> line.toString().stripTrailing()).toList();
  }

  /** A line for each field. */
  public static List<String> fields(JsonNode object) {
    int width =
        object.properties().stream().mapToInt(field -> field.getKey().length()).max().orElse(0);
    return object.properties().stream()
        .map(field -> padded(field.getKey(), width) + GAP + text(field.getValue()))
        .toList();
  }

  private static void add(List<StringBuilder> lines, String column, List<String> cells) {
    int width = Math.max(column.length(), cells.stream().mapToInt(String::length).max().orElse(0));
    lines.getFirst().append(padded(column, width)).append(GAP);
    for (int row = 0; row < cells.size(); row++) {
      lines.get(row + 1).append(padded(cells.get(row), width)).append(GAP);
    }
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }

  private static String text(JsonNode value) {
    if (value.isArray()) {
      List<String> texts = new ArrayList<>();
      value.forEach(one -> texts.add(text(one)));
      return String.join("; ", texts);
    }
    return value.asText("").replaceAll("\\p{Cntrl}", " ");
  }
}
