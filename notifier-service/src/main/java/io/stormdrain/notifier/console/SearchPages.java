package io.stormdrain.notifier.console;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.stormdrain.notifier.api.LineSearch;
import io.stormdrain.notifier.api.Sight;
import io.stormdrain.notifier.line.Looked;
import io.stormdrain.notifier.message.InWords;
import io.stormdrain.notifier.store.AppReader;
import io.stormdrain.notifier.store.AppView;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Looks for lines. */
@Singleton
class SearchPages {

  private static final int SHOWN = 200;
  private static final int APPS = 500;
  private static final String USUAL = "15m";

  private final LineSearch search;
  private final AppReader apps;
  private final Sight sight;

  SearchPages(LineSearch search, AppReader apps, Sight sight) {
    this.search = search;
    this.apps = apps;
    this.sight = sight;
  }

  SearchPage read(LineSearch.Asked asked) {
    List<LogRow> rows = new ArrayList<>();
    Looked looked =
        asked.app().isEmpty()
            ? null
            : search.look(search.read(asked, SHOWN), line -> rows.add(LogRow.of(line, false)));
    return new SearchPage(
        asked.app(),
        said(asked.environment(), ""),
        said(asked.from(), USUAL),
        said(asked.until(), ""),
        said(asked.text(), ""),
        names(),
        rows,
        looked == null ? null : outcome(looked, rows.size()),
        looked == null ? null : fault(looked.end()),
        looked == null ? null : next(asked, looked));
  }

  private List<String> names() {
    return QuarkusTransaction.requiringNew().call(() -> apps.latest(sight.apps(), APPS)).stream()
        .map(AppView::app)
        .filter(name -> name.equals(Shown.name(name)))
        .distinct()
        .sorted()
        .toList();
  }

  private static String outcome(Looked looked, int found) {
    String lines = found == 1 ? "1 line" : String.format(Locale.ROOT, "%,d lines", found);
    String all = String.format(Locale.ROOT, "%,d", looked.lines());
    String upTo = looked.upTo() == null ? "" : ", the last of " + InWords.time(looked.upTo());
    return "%s found among %s that were read, of all apps in its partition%s"
            .formatted(lines, all, upTo)
        + (looked.end() == Looked.End.ALL ? ". That is all that is kept of this time." : ".");
  }

  private static @Nullable String fault(Looked.End end) {
    return switch (end) {
      case SILENT -> "Kafka does not answer now, so there may be more.";
      case BUSY -> "Too many search at once; try again in a moment.";
      case ALL, ENOUGH, LONG, LEFT -> null;
    };
  }

  private static @Nullable String next(LineSearch.Asked asked, Looked looked) {
    if (looked.next() == null || looked.end() == Looked.End.ALL) {
      return null;
    }
    return "/search?app="
        + Href.encoded(asked.app())
        + parameter("environment", asked.environment())
        + parameter("from", asked.from())
        + parameter("until", asked.until())
        + parameter("text", asked.text())
        + "&cursor="
        + looked.next();
  }

  private static String parameter(String name, @Nullable String value) {
    return value == null || value.isEmpty() ? "" : "&" + name + "=" + Href.encoded(value);
  }

  private static String said(@Nullable String value, String usual) {
    return Objects.requireNonNullElse(value, usual);
  }
}
