package io.stormdrain.notifier.console;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines that somebody looked for.
 *
 * @param app whose; empty when nothing was asked yet
 * @param from since when, as it was said
 * @param until until when, as it was said; empty for now
 * @param text what is in them; empty for all
 * @param apps names that can be chosen
 * @param outcome what was found and how far it looked, in words; null when nothing was asked yet
 * @param fault why nothing can be found; null where it can
 * @param next page that goes on; null where there is no more
 */
public record SearchPage(
    String app,
    String environment,
    String from,
    String until,
    String text,
    List<String> apps,
    List<LogRow> rows,
    @Nullable String outcome,
    @Nullable String fault,
    @Nullable String next) {
  public SearchPage {
    apps = List.copyOf(apps);
    rows = List.copyOf(rows);
  }
}
