package io.stormdrain.notifier.console;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The log around a line that an incident was seen by.
 *
 * @param line as it was kept with the incident, whatever became of the log
 * @param rows as Kafka still has them; empty where it has not
 * @param fault why not, in words; null where it has
 */
public record EvidencePage(
    String label,
    String title,
    String line,
    int partition,
    long offset,
    List<LogRow> rows,
    @Nullable String fault) {
  public EvidencePage {
    rows = List.copyOf(rows);
  }
}
