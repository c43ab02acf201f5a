package io.stormdrain.notifier.console;

import io.stormdrain.notifier.api.BacktestAnswer;
import io.stormdrain.notifier.message.InWords;
import io.stormdrain.notifier.message.LogText;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Rules tried on what was.
 *
 * @param form as somebody has filled it in
 * @param result what came of it; null before anybody asked
 * @param fault why nothing came of it; null when all is well
 */
public record BacktestPage(Form form, @Nullable Result result, @Nullable String fault) {

  /** What somebody asks for. */
  public record Form(String rules, String app, String from, String until) {}

  /**
   * What there would have been.
   *
   * @param sum of it, in words
   * @param note what else is to be known of it; null when nothing is
   * @param changes how it differs from the rules in force; null when those alone were tried
   * @param moreChanges how many are not shown
   * @param moreIncidents how many are not shown
   */
  public record Result(
      String sum,
      @Nullable String note,
      @Nullable List<Change> changes,
      int moreChanges,
      List<Row> incidents,
      int moreIncidents) {

    public Result {
      incidents = List.copyOf(incidents);
      changes = changes == null ? null : List.copyOf(changes);
    }

    /** Whether others than the rules in force were tried. */
    public boolean compared() {
      return changes != null;
    }

    static Result of(BacktestAnswer answer) {
      List<BacktestAnswer.Change> changes =
          Objects.requireNonNullElse(answer.differences(), List.of());
      return new Result(
          String.format(
              Locale.ROOT,
              "%,d records of signals from %s to %s, %d rules: %s, %s",
              answer.records(),
              InWords.time(answer.from()),
              InWords.time(answer.until()),
              answer.rules(),
              counted(answer.incidentsInAll(), "incident"),
              counted(answer.messages(), "message")),
          answer.complete()
              ? null
              : "Kafka keeps more of this time than can be read at once: ask for less of it.",
          answer.differences() == null ? null : changes.stream().map(Change::of).toList(),
          answer.differencesInAll() - changes.size(),
          answer.incidents().stream().map(Row::of).toList(),
          answer.incidentsInAll() - answer.incidents().size());
    }

    private static String counted(long count, String what) {
      return String.format(Locale.ROOT, "%,d %s%s", count, what, count == 1 ? "" : "s");
    }
  }

  /** An incident that there would have been. */
  public record Row(
      String title,
      String app,
      String type,
      String severity,
      Moment since,
      String end,
      long messages,
      String message) {

    private static Row of(BacktestAnswer.Entry entry) {
      return new Row(
          LogText.line(entry.title()),
          Shown.name(entry.app()),
          entry.type(),
          entry.severity(),
          new Moment(entry.openedAt()),
          entry.end(),
          entry.messages(),
          entry.message());
    }
  }

  /**
   * A difference.
   *
   * @param kind added, gone or changed
   * @param how it has changed
   */
  public record Change(String kind, Row incident, List<String> how) {
    public Change {
      how = List.copyOf(how);
    }

    private static Change of(BacktestAnswer.Change change) {
      return new Change(
          change.kind(),
          Row.of(change.incident()),
          change.how().stream().map(LogText::line).toList());
    }
  }
}
