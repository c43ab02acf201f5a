package io.stormdrain.notifier.console;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.stormdrain.notifier.api.Sight;
import io.stormdrain.notifier.api.Words;
import io.stormdrain.notifier.incident.IncidentState;
import io.stormdrain.notifier.store.IncidentFilter;
import io.stormdrain.notifier.store.IncidentReader;
import io.stormdrain.notifier.store.NumberedIncident;
import io.stormdrain.notifier.threshold.Severity;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads incidents that somebody asks for. */
@Singleton
class IncidentLists {

  private static final int SHOWN = 50;
  private static final String ANY = "any";
  private static final List<String> STATES = List.of("not over", "resolved", ANY);

  private final IncidentReader incidents;
  private final Sight sight;

  IncidentLists(IncidentReader incidents, Sight sight) {
    this.incidents = incidents;
    this.sight = sight;
  }

  /**
   * What somebody asks for, as they said it; null or empty where they said nothing.
   *
   * @param before only those with a lower number
   */
  record Asked(
      @Nullable String app, @Nullable String state, @Nullable String severity, long before) {}

  IncidentList read(Asked asked) {
    String app = Objects.requireNonNullElse(asked.app(), "");
    String state = said(asked.state(), STATES.getFirst());
    String severity = said(asked.severity(), ANY);
    Set<IncidentState> states = states(state);
    Set<Severity> severities =
        severity.equals(ANY) ? Set.of() : Words.read("severity", List.of(severity), Severity.class);
    return QuarkusTransaction.requiringNew()
        .call(() -> {
          List<NumberedIncident> found =
              incidents.list(
                  new IncidentFilter(
                      states,
                      severities,
                      app.isEmpty() ? null : app.replace("\0", ""),
                      asked.before(),
                      sight.apps()),
                  SHOWN + 1);
          List<NumberedIncident> shown = found.subList(0, Math.min(SHOWN, found.size()));
          return new IncidentList(
              new Cards(incidents, shown).of(shown),
              app,
              options(STATES.stream(), state),
              options(severities(), severity),
              found.size() > SHOWN ? next(app, state, severity, shown.getLast().number()) : null);
        });
  }

  private static Set<IncidentState> states(String word) {
    Set<IncidentState> over = EnumSet.of(IncidentState.RESOLVED);
    return switch (STATES.indexOf(word)) {
      case 0 -> EnumSet.complementOf(EnumSet.copyOf(over));
      case 1 -> over;
      default ->
          word.equals(ANY) ? Set.of() : Words.read("state", List.of(word), IncidentState.class);
    };
  }

  private static Stream<String> severities() {
    return Stream.concat(
        Stream.of(ANY),
        Stream.of(Severity.values()).sorted(Comparator.reverseOrder()).map(Severity::word));
  }

  private static List<IncidentList.Option> options(Stream<String> words, String chosen) {
    return words.map(word -> new IncidentList.Option(word, word.equals(chosen))).toList();
  }

  private static String next(String app, String state, String severity, long before) {
    return "/incidents?app=%s&state=%s&severity=%s&before=%d"
        .formatted(Href.encoded(app), Href.encoded(state), Href.encoded(severity), before);
  }

  private static String said(@Nullable String word, String usual) {
    return word == null || word.isEmpty() ? usual : word;
  }
}
