package io.stormdrain.notifier.console;

import io.stormdrain.notifier.api.Surroundings;
import io.stormdrain.notifier.line.Excerpt;
import io.stormdrain.notifier.message.InWords;
import io.stormdrain.notifier.message.LogText;
import io.stormdrain.notifier.message.Message;
import io.stormdrain.notifier.signal.Evidence;
import io.stormdrain.notifier.store.IncidentView;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the log around a line that an incident was seen by. */
@Singleton
class EvidencePages {

  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_LINE = 2_000;

  private final Surroundings surroundings;

  EvidencePages(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  EvidencePage read(IncidentView view, int partition, long offset) {
    Evidence line = surroundings.evidence(view, partition, offset);
    return switch (surroundings.around(view, line)) {
      case Excerpt.Shown shown -> page(view, line, rows(shown), null);
      case Excerpt.Missing missing ->
          page(view, line, List.of(), InWords.sentence(Surroundings.words(missing.why())) + ".");
    };
  }

  private static EvidencePage page(
      IncidentView view, Evidence line, List<LogRow> rows, @Nullable String fault) {
    return new EvidencePage(
        Message.label(view.number()),
        LogText.line(view.incident().title(), LONGEST_TITLE),
        LogText.line(line.line(), LONGEST_LINE),
        line.partition(),
        line.offset(),
        rows,
        fault);
  }

  private static List<LogRow> rows(Excerpt.Shown shown) {
    List<LogRow> rows = new ArrayList<>();
    shown.before().forEach(line -> rows.add(LogRow.of(line, false)));
    rows.add(LogRow.of(shown.line(), true));
    shown.after().forEach(line -> rows.add(LogRow.of(line, false)));
    return rows;
  }
}
