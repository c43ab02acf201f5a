package io.stormdrain.notifier.store;

import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;

import io.stormdrain.notifier.incident.App;
import io.stormdrain.notifier.incident.CaseFile;
import io.stormdrain.notifier.incident.Docket;
import io.stormdrain.notifier.incident.Due;
import io.stormdrain.notifier.incident.Finding;
import io.stormdrain.notifier.incident.FindingId;
import io.stormdrain.notifier.incident.Incident;
import io.stormdrain.notifier.process.Story;
import io.stormdrain.notifier.threshold.Rulebook;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Case files in PostgreSQL. Every method runs in its caller's transaction; an app whose case file
 * was opened is locked until that ends.
 */
@Singleton
public class IncidentStore {

  /** Log lines that a finding keeps, first and latest each. */
  private static final int KEEP = 3;

  private final EntityManager entities;
  private final Rulebook rules;

  IncidentStore(EntityManager entities, Rulebook rules) {
    this.entities = entities;
    this.rules = rules;
  }

  /**
   * Opens case files for change, in the order of their sources, so that two writers never wait for
   * each other.
   */
  public Map<String, CaseFile> open(Collection<App> apps) {
    Map<String, App> bySource =
        apps.stream()
            .sorted(Comparator.comparing(App::source))
            .collect(Collectors.toMap(App::source, app -> app, (a, b) -> b, LinkedHashMap::new));
    bySource.values().forEach(this::insertIfNew);
    Map<String, StoredCaseFile> rows =
        StoredCaseFile.<StoredCaseFile>find("source in ?1 order by source", bySource.keySet())
            .withLock(PESSIMISTIC_WRITE)
            .stream()
            .collect(Collectors.toMap(row -> row.source, row -> row));
    return read(rows, bySource);
  }

  /**
   * Sources of the apps in which something happens by itself until {@code wall}.
   *
   * @param partitions only of apps whose story is in these, because their story is known to be read
   */
  public List<String> due(Instant wall, Collection<Integer> partitions, int most) {
    return StoredCaseFile.<StoredCaseFile>find(
            "wallDueAt <= ?1 and partition in ?2 order by source", wall, partitions)
        .page(0, most)
        .stream()
        .map(row -> row.source)
        .toList();
  }

  /** Opens those case files of them in which it is still to happen, and that nobody holds. */
  public Map<String, CaseFile> openDue(Collection<String> sources, Instant wall) {
    Map<String, StoredCaseFile> rows =
        StoredCaseFile.<StoredCaseFile>find(
                "wallDueAt <= ?1 and source in ?2 order by source", wall, sources)
            .withLock(PESSIMISTIC_WRITE)
            .withHint("jakarta.persistence.lock.timeout", -2)
            .stream()
            .collect(Collectors.toMap(row -> row.source, row -> row));
    Map<String, App> known = new HashMap<>();
    rows.values()
        .forEach(row ->
            known.put(row.source, new App(row.source, row.app, row.platform, row.environment)));
    return rows.isEmpty() ? Map.of() : read(rows, known);
  }

  /** Lets nothing happen by itself before then, unless the app is heard of. */
  public void postpone(String source, Instant until) {
    StoredCaseFile.update("wallDueAt = ?1 where source = ?2", until, source);
  }

  private void insertIfNew(App app) {
    entities
        .createNativeQuery(
            """
            insert into case_file (source, app, platform, environment, story)
            values (?1, ?2, ?3, ?4, cast(?5 as jsonb)) on conflict (source) do nothing
            """)
        .setParameter(1, app.source())
        .setParameter(2, app.name())
        .setParameter(3, app.platform())
        .setParameter(4, app.environment())
        .setParameter(5, Json.write(Story.BLANK))
        .executeUpdate();
  }

  private Map<String, CaseFile> read(Map<String, StoredCaseFile> rows, Map<String, App> apps) {
    Map<String, List<Finding>> findings =
        StoredFinding.<StoredFinding>find("active and source in ?1 order by id", rows.keySet())
            .stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.source,
                    Collectors.mapping(StoredFinding::value, Collectors.toList())));
    Map<String, List<Incident>> incidents = incidentsOf(findings);
    Map<String, CaseFile> opened = new LinkedHashMap<>();
    for (Map.Entry<String, App> app : apps.entrySet()) {
      StoredCaseFile row = Objects.requireNonNull(rows.get(app.getKey()), app.getKey());
      Docket docket =
          new Docket(
              app.getValue(),
              findings.getOrDefault(app.getKey(), List.of()),
              incidents.getOrDefault(app.getKey(), List.of()));
      opened.put(
          app.getKey(),
          new CaseFile(rules.inForce(), Json.read(row.story, Story.class), docket, KEEP));
    }
    return opened;
  }

  private Map<String, List<Incident>> incidentsOf(Map<String, List<Finding>> findings) {
    List<UUID> ids =
        findings.values().stream()
            .flatMap(List::stream)
            .map(Finding::incident)
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    if (ids.isEmpty()) {
      return Map.of();
    }
    return StoredIncident.<StoredIncident>find("id in ?1 order by openedAt, id", ids).stream()
        .map(StoredIncident::value)
        .collect(Collectors.groupingBy(Incident::source));
  }

  /** Notes in which partition of its topic an app's story is. */
  public void foundIn(String source, int partition) {
    StoredCaseFile row = StoredCaseFile.findById(source);
    row.partition = partition;
  }

  /** Keeps what has changed. */
  public void save(CaseFile file) {
    Docket docket = file.docket();
    String source = docket.app().source();
    docket.changedIncidents().forEach(this::save);
    entities.flush();
    Map<FindingId, StoredFinding> rows = rows(source);
    docket.droppedFindings().forEach(f -> drop(rows.get(new FindingId(f.rule(), f.key()))));
    docket.changedFindings().forEach(finding -> save(source, finding, rows));
    docket.transitions().forEach(transition -> StoredTransition.of(transition).persist());
    StoredCaseFile row = StoredCaseFile.findById(source);
    row.story = Json.write(file.story());
    row.app = docket.app().name();
    row.platform = docket.app().platform();
    row.environment = docket.app().environment();
    row.wallDueAt = wallDue(docket);
    row.changedAt = Instant.now();
  }

  private void save(Incident incident) {
    StoredIncident row = StoredIncident.findById(incident.id());
    if (row == null) {
      row = new StoredIncident();
      row.id = incident.id();
      row.source = incident.source();
      row.previous = previous(incident);
      row.value(incident);
      row.persist();
    } else {
      row.value(incident);
    }
  }

  private static @Nullable UUID previous(Incident incident) {
    return StoredIncident.<StoredIncident>find(
            "source = ?1 and type = ?2 and key = ?3 order by openedAt desc",
            incident.source(),
            incident.type(),
            incident.key())
        .firstResultOptional()
        .map(row -> row.id)
        .orElse(null);
  }

  private static Map<FindingId, StoredFinding> rows(String source) {
    return StoredFinding.<StoredFinding>find("active and source = ?1", source).stream()
        .collect(Collectors.toMap(row -> new FindingId(row.rule, row.key), row -> row));
  }

  /** What belongs to an incident stays as its history. */
  private static void drop(@Nullable StoredFinding row) {
    if (row == null) {
      return;
    }
    if (row.incident == null) {
      row.delete();
    } else {
      row.active = false;
    }
  }

  private void save(String source, Finding finding, Map<FindingId, StoredFinding> rows) {
    StoredFinding row = rows.get(new FindingId(finding.rule(), finding.key()));
    if (row != null && row.incident != null && !row.incident.equals(finding.incident())) {
      row.active = false;
      entities.flush();
      row = null;
    }
    if (row == null) {
      row = new StoredFinding();
      row.source = source;
      row.active = true;
      row.value(finding);
      row.persist();
    } else {
      row.value(finding);
    }
  }

  private static @Nullable Instant wallDue(Docket docket) {
    return docket.findings().stream()
        .map(Finding::due)
        .filter(Objects::nonNull)
        .map(Due::wall)
        .filter(Objects::nonNull)
        .min(Instant::compareTo)
        .orElse(null);
  }
}
