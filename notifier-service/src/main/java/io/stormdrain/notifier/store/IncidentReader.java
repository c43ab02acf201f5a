package io.stormdrain.notifier.store;

import io.stormdrain.notifier.incident.Finding;
import io.stormdrain.notifier.incident.FindingOrder;
import io.stormdrain.notifier.incident.Incident;
import io.stormdrain.notifier.incident.Suspect;
import io.stormdrain.notifier.incident.Transition;
import io.stormdrain.notifier.process.Release;
import io.stormdrain.notifier.process.Story;
import io.stormdrain.notifier.threshold.Rulebook;
import io.stormdrain.notifier.threshold.Severity;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Incidents as people look at them. Every method runs in its caller's transaction. */
@Singleton
public class IncidentReader {

  private final Rulebook rules;

  IncidentReader(Rulebook rules) {
    this.rules = rules;
  }

  /** An incident with all there is to say about it. */
  public Optional<IncidentView> view(UUID id) {
    return Optional.ofNullable(views(Set.of(id)).get(id));
  }

  /** The same by the number that people call it by. */
  public Optional<IncidentView> view(long number) {
    return StoredIncident.<StoredIncident>find("number", number)
        .firstResultOptional()
        .flatMap(row -> view(row.id));
  }

  /**
   * The same of several, by id. Each is read before its transitions, of which there may be later
   * ones than it knows of.
   */
  public Map<UUID, IncidentView> views(Collection<UUID> ids) {
    List<StoredIncident> rows = StoredIncident.list("id in ?1", ids);
    Map<UUID, List<Finding>> findings = findings(ids);
    Map<UUID, List<Transition>> transitions = transitions(ids);
    return rows.stream()
        .collect(
            Collectors.toMap(
                row -> row.id,
                row ->
                    new IncidentView(
                        row.number,
                        row.value(),
                        findings.getOrDefault(row.id, List.of()),
                        transitions.getOrDefault(row.id, List.of()))));
  }

  /** Incidents that a filter lets through, the latest first. */
  public List<NumberedIncident> list(IncidentFilter filter, int most) {
    Map<String, Object> values = new HashMap<>();
    List<String> conditions = new ArrayList<>(List.of("number < :before"));
    values.put("before", filter.before());
    if (!filter.states().isEmpty()) {
      conditions.add("state in :states");
      values.put("states", filter.states());
    }
    if (!filter.severities().isEmpty()) {
      conditions.add("severity in :severities");
      values.put("severities", filter.severities());
    }
    if (filter.app() != null) {
      conditions.add("app = :app");
      values.put("app", filter.app());
    }
    if (filter.among() != null) {
      conditions.add("app in :among");
      values.put("among", filter.among());
    }
    String query = String.join(" and ", conditions) + " order by number desc";
    return StoredIncident.<StoredIncident>find(query, values).page(0, most).stream()
        .map(row -> new NumberedIncident(row.number, row.value()))
        .toList();
  }

  /**
   * Incidents that are not over, the latest first.
   *
   * @param source only those of this app; null for all
   */
  public List<NumberedIncident> live(@Nullable String source, int most) {
    return (source == null
            ? StoredIncident.<StoredIncident>find("state <> RESOLVED order by openedAt desc")
            : StoredIncident.<StoredIncident>find(
                "source = ?1 and state <> RESOLVED order by openedAt desc", source))
        .page(0, most).stream().map(row -> new NumberedIncident(row.number, row.value())).toList();
  }

  /**
   * Incidents that are open and that nobody looks after, by their numbers; without those that are
   * only for the record.
   *
   * @param above only those with a higher number
   */
  public List<NumberedIncident> unattended(long above, int most) {
    return StoredIncident.<StoredIncident>find(
            "state = OPEN and acknowledgedBy is null and severity <> INFO and number > ?1"
                + " order by number",
            above)
        .page(0, most)
        .stream()
        .map(row -> new NumberedIncident(row.number, row.value()))
        .toList();
  }

  /**
   * Incidents that are not over, the worst first, and of those the latest.
   *
   * @param among only of these apps; null for all
   */
  public List<NumberedIncident> worst(@Nullable Set<String> among, int most) {
    String order =
        " order by case when severity = CRITICAL then 0 when severity = HIGH then 1"
            + " when severity = MEDIUM then 2 when severity = LOW then 3 else 4 end, openedAt desc";
    return (among == null
            ? StoredIncident.<StoredIncident>find("state <> RESOLVED" + order)
            : StoredIncident.<StoredIncident>find("state <> RESOLVED and app in ?1" + order, among))
        .page(0, most).stream().map(row -> new NumberedIncident(row.number, row.value())).toList();
  }

  /**
   * How many incidents are not over, by app and severity.
   *
   * @param among only of these apps; null for all
   */
  public List<Open> open(@Nullable Set<String> among) {
    String count =
        "select i.source, i.severity, count(i.id) from StoredIncident i where i.state <> RESOLVED";
    String group = " group by i.source, i.severity";
    return (among == null
            ? StoredIncident.find(count + group)
            : StoredIncident.find(count + " and i.app in ?1" + group, among))
        .project(Open.class)
        .list();
  }

  /** Incidents of one app and severity that are not over. */
  public record Open(String source, Severity severity, long count) {}

  /** How many incidents of an app have begun since, by its own time. */
  public int begun(String source, Instant since) {
    return (int) StoredIncident.count("source = ?1 and openedAt > ?2", source, since);
  }

  /** When the latest release of an app was made; null when none is known. */
  public @Nullable Instant lastRelease(String source) {
    StoredCaseFile row = StoredCaseFile.findById(source);
    return row == null
        ? null
        : Json.read(row.story, Story.class).releases().stream()
            .map(Release::at)
            .max(Instant::compareTo)
            .orElse(null);
  }

  /** Numbers of incidents, by id. */
  public Map<UUID, Long> numbers(Collection<UUID> ids) {
    return StoredIncident.<StoredIncident>find("id in ?1", ids).stream()
        .collect(Collectors.toMap(row -> row.id, row -> row.number));
  }

  /** What each of these is about: its leading finding, by the incident's id. */
  public Map<UUID, Finding> leads(Collection<Incident> incidents) {
    Map<UUID, Incident> byId =
        incidents.stream().collect(Collectors.toMap(Incident::id, incident -> incident));
    return StoredFinding.<StoredFinding>find("incident in ?1", byId.keySet()).stream()
        .filter(row -> row.incident != null && isLead(row, byId.get(row.incident)))
        .collect(
            Collectors.toMap(
                row -> Objects.requireNonNull(row.incident), StoredFinding::value, (a, b) -> b));
  }

  private static boolean isLead(StoredFinding row, @Nullable Incident incident) {
    return incident != null && row.rule.equals(incident.type()) && row.key.equals(incident.key());
  }

  /** The release before the one that is suspected, as far as the app's story goes back. */
  public @Nullable String releaseBefore(Incident incident) {
    Suspect suspect = incident.suspect();
    if (suspect == null) {
      return null;
    }
    StoredCaseFile row = StoredCaseFile.findById(incident.source());
    return Json.read(row.story, Story.class).releases().stream()
        .takeWhile(release -> release.at().isBefore(suspect.at()))
        .map(Release::version)
        .reduce((earlier, later) -> later)
        .orElse(null);
  }

  private Map<UUID, List<Finding>> findings(Collection<UUID> ids) {
    Map<UUID, List<Finding>> findings = new HashMap<>();
    for (StoredFinding row : StoredFinding.<StoredFinding>list("incident in ?1", ids)) {
      findings
          .computeIfAbsent(Objects.requireNonNull(row.incident), id -> new ArrayList<>())
          .add(row.value());
    }
    Comparator<Finding> causesFirst = FindingOrder.by(rules.inForce());
    findings.values().forEach(ofOne -> ofOne.sort(causesFirst));
    return findings;
  }

  private static Map<UUID, List<Transition>> transitions(Collection<UUID> ids) {
    return StoredTransition.<StoredTransition>stream("incident in ?1 order by seq", ids)
        .map(StoredTransition::value)
        .collect(Collectors.groupingBy(Transition::incident));
  }
}
