package io.stormdrain.notifier.console;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Incidents that somebody asked for, the latest first.
 *
 * @param app whose; empty for all
 * @param states a choice of them, of which one is chosen
 * @param severities likewise
 * @param next page of those before; null where these were the last
 */
public record IncidentList(
    List<NowPage.Card> cards,
    String app,
    List<Option> states,
    List<Option> severities,
    @Nullable String next) {

  public IncidentList {
    cards = List.copyOf(cards);
    states = List.copyOf(states);
    severities = List.copyOf(severities);
  }

  /** One of several values of a field. */
  public record Option(String word, boolean chosen) {}
}
