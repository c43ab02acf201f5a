package io.stormdrain.notifier.digest;

import io.stormdrain.notifier.incident.Incident;
import io.stormdrain.notifier.message.LogText;
import io.stormdrain.notifier.message.Message;
import io.stormdrain.notifier.process.Release;
import io.stormdrain.notifier.store.AppDay;
import io.stormdrain.notifier.store.NumberedIncident;
import io.stormdrain.notifier.threshold.AlertRule;
import io.stormdrain.notifier.threshold.AlertRules;
import io.stormdrain.notifier.threshold.Severity;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What went on in a team's apps, and what was looked for and not found. Pure.
 *
 * @param whose apps, in words: {@code team payments}
 * @param severities how many incidents of each were there, the worst first
 * @param incidents that began, came back or went on, the worst first, a line each
 * @param releases that were made, each with what was said of it last
 * @param heard apps that have said something
 * @param silent apps that have said nothing: of them nothing is known
 * @param seen how many incidents each class was part of, and those that were looked for and not
 *     found, with 0; empty when no app has said anything
 * @param hints classes of which something was seen, not enough to tell it
 */
public record Digest(
    String whose,
    Instant from,
    Instant until,
    Map<Severity, Long> severities,
    List<String> incidents,
    List<String> releases,
    List<String> heard,
    List<String> silent,
    Map<String, Long> seen,
    Set<String> hints) {

  /** Class of what is said of releases: no trouble. */
  private static final String VERDICT = "release-verdict";

  /** What is told of ourselves is in nobody's log. */
  private static final String OWN_TROUBLE = "receiver.failing";

  private static final int LONGEST_LINE = 180;
  private static final List<Severity> TOLD =
      List.of(Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW);

  public Digest {
    severities = Collections.unmodifiableMap(new TreeMap<>(severities));
    incidents = List.copyOf(incidents);
    releases = List.copyOf(releases);
    heard = List.copyOf(heard);
    silent = List.copyOf(silent);
    seen = Collections.unmodifiableMap(new TreeMap<>(seen));
    hints = Collections.unmodifiableSet(new TreeSet<>(hints));
  }

  /** Of these apps. */
  public static Digest of(
      String whose, Instant from, Instant until, Collection<AppDay> apps, AlertRules rules) {
    List<NumberedIncident> troubles =
        apps.stream()
            .flatMap(app -> app.incidents().stream())
            .filter(one -> one.incident().severity() != Severity.INFO)
            .sorted(
                Comparator.comparing((NumberedIncident one) -> one.incident().severity())
                    .reversed()
                    .thenComparingLong(NumberedIncident::number))
            .toList();
    List<AppDay> heard = apps.stream().filter(app -> app.lines() > 0).toList();
    return new Digest(
        whose,
        from,
        until,
        troubles.stream()
            .collect(
                Collectors.groupingBy(one -> one.incident().severity(), Collectors.counting())),
        troubles.stream().map(one -> line(one, until)).toList(),
        apps.stream().flatMap(Digest::released).toList(),
        heard.stream().map(AppDay::name).sorted().toList(),
        apps.stream().filter(app -> app.lines() == 0).map(AppDay::name).sorted().toList(),
        heard.isEmpty() ? Map.of() : seen(apps, rules),
        apps.stream()
            .flatMap(app -> app.hints().stream())
            .map(rule -> label(rules, rule))
            .collect(Collectors.toSet()));
  }

  /** {@code 1 critical, 1 high, 2 medium, 1 low}. */
  public String severityLine() {
    return TOLD.stream()
        .map(severity -> severities.getOrDefault(severity, 0L) + " " + severity.word())
        .collect(Collectors.joining(", "));
  }

  /** Classes that were looked for and of which nothing was seen. */
  public List<String> absent() {
    return seen.entrySet().stream()
        .filter(entry -> entry.getValue() == 0 && !hints.contains(entry.getKey()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Whether nothing happened, and nobody was silent. */
  public boolean isEmpty() {
    return incidents.isEmpty() && releases.isEmpty() && silent.isEmpty();
  }

  private static String line(NumberedIncident one, Instant until) {
    Incident incident = one.incident();
    boolean over = incident.resolvedAt() != null && !incident.resolvedAt().isAfter(until);
    return LogText.line(
        "%s %s, %s: %s"
            .formatted(
                Message.label(one.number()),
                incident.severity().word(),
                over ? "resolved" : incident.state().name().toLowerCase(Locale.ROOT),
                incident.title()),
        LONGEST_LINE);
  }

  private static Stream<String> released(AppDay app) {
    return app.releases().stream()
        .map(release -> LogText.line(app.name() + ": " + verdict(app, release), LONGEST_LINE));
  }

  /** What was said of a release last. */
  private static String verdict(AppDay app, Release release) {
    return app.incidents().stream()
        .map(NumberedIncident::incident)
        .filter(incident -> incident.type().equals(VERDICT))
        .filter(incident -> incident.key().equals(release.version()))
        .map(Incident::title)
        .findFirst()
        .orElse(release.version() + ", no verdict yet");
  }

  private static Map<String, Long> seen(Collection<AppDay> apps, AlertRules rules) {
    Map<String, Long> seen = new TreeMap<>();
    rules.all().stream()
        .filter(rule -> rule.severity() != Severity.INFO && !rule.on().contains(OWN_TROUBLE))
        .map(AlertRule::label)
        .forEach(label -> seen.put(label, 0L));
    for (AppDay app : apps) {
      for (Set<String> found : app.found().values()) {
        Set<String> labels = new HashSet<>();
        found.forEach(rule -> labels.add(label(rules, rule)));
        labels.forEach(label -> seen.computeIfPresent(label, (known, count) -> count + 1));
      }
    }
    return seen;
  }

  private static String label(AlertRules rules, String id) {
    AlertRule rule = rules.find(id);
    return rule == null ? id : rule.label();
  }
}
