package io.stormdrain.notifier.store;

import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;

import io.stormdrain.notifier.incident.App;
import io.stormdrain.notifier.incident.CaseFile;
import io.stormdrain.notifier.incident.Docket;
import io.stormdrain.notifier.incident.Due;
import io.stormdrain.notifier.incident.Finding;
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
import java.util.function.Predicate;
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
  private final FindingRows findings;
  private final CaseMemory memory;

  IncidentStore(EntityManager entities, Rulebook rules, FindingRows findings, CaseMemory memory) {
    this.entities = entities;
    this.rules = rules;
    this.findings = findings;
    this.memory = memory;
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
    Map<String, StoredCaseFile> rows = new HashMap<>(locked(bySource.keySet()));
    if (rows.size() < bySource.size()) {
      bySource.values().stream()
          .filter(app -> !rows.containsKey(app.source()))
          .forEach(this::insertIfNew);
      rows.putAll(locked(bySource.keySet()));
    }
    return read(rows, bySource);
  }

  private static Map<String, StoredCaseFile> locked(Collection<String> sources) {
    return StoredCaseFile.<StoredCaseFile>find("source in ?1 order by source", sources)
        .withLock(PESSIMISTIC_WRITE)
        .stream()
        .collect(Collectors.toMap(row -> row.source, row -> row));
  }

  /**
   * Sources of the apps in which something happens by itself until {@code wall}.
   *
   * @param heard until when all that was said has been heard: what did not come by then was missed
   * @param partitions only of apps whose story is in these, because their story is known to be read
   */
  public List<String> due(Instant wall, Instant heard, Collection<Integer> partitions, int most) {
    return StoredCaseFile.<StoredCaseFile>find(
            "(wallDueAt <= ?1 or missedDueAt <= ?2) and partition in ?3 order by source",
            wall,
            heard,
            partitions)
        .page(0, most)
        .stream()
        .map(row -> row.source)
        .toList();
  }

  /** Opens those case files of them in which it is still to happen, and that nobody holds. */
  public Map<String, CaseFile> openDue(Collection<String> sources, Instant wall, Instant heard) {
    Map<String, StoredCaseFile> rows =
        StoredCaseFile.<StoredCaseFile>find(
                "(wallDueAt <= ?1 or missedDueAt <= ?2) and source in ?3 order by source",
                wall,
                heard,
                sources)
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
    StoredCaseFile.update("wallDueAt = ?1, missedDueAt = null where source = ?2", until, source);
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
    Map<String, CaseMemory.Known> known = new HashMap<>();
    rows.forEach((source, row) -> known.put(source, memory.find(source, row.edition)));
    known.values().removeIf(Objects::isNull);
    known.putAll(stored(rows.values().stream().filter(r -> !known.containsKey(r.source)).toList()));
    Map<String, CaseFile> opened = new LinkedHashMap<>();
    for (Map.Entry<String, App> app : apps.entrySet()) {
      CaseMemory.Known its = Objects.requireNonNull(known.get(app.getKey()), app.getKey());
      Docket docket = new Docket(app.getValue(), its.findings(), its.incidents());
      opened.put(app.getKey(), new CaseFile(rules.inForce(), its.story(), docket, KEEP));
    }
    return opened;
  }

  private Map<String, CaseMemory.Known> stored(List<StoredCaseFile> rows) {
    if (rows.isEmpty()) {
      return Map.of();
    }
    Map<String, List<Finding>> findings =
        StoredFinding.<StoredFinding>find(
                "active and source in ?1 order by id", rows.stream().map(r -> r.source).toList())
            .stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.source,
                    Collectors.mapping(StoredFinding::value, Collectors.toList())));
    Map<String, List<Incident>> incidents = IncidentRows.of(findings);
    Map<String, CaseMemory.Known> stored = new HashMap<>();
    for (StoredCaseFile row : rows) {
      stored.put(
          row.source,
          new CaseMemory.Known(
              row.edition,
              Json.read(row.story, Story.class),
              findings.getOrDefault(row.source, List.of()),
              incidents.getOrDefault(row.source, List.of())));
    }
    return stored;
  }

  /** Notes in which partition of its topic an app's story is. */
  public void foundIn(String source, int partition) {
    StoredCaseFile row = StoredCaseFile.findById(source);
    row.partition = partition;
  }

  /** Keeps what has changed of one app. */
  public void save(CaseFile file) {
    save(List.of(file));
  }

  /** Keeps what has changed. */
  public void save(Collection<CaseFile> files) {
    if (files.isEmpty()) {
      return;
    }
    IncidentRows.save(
        files.stream().flatMap(file -> file.docket().changedIncidents().stream()).toList());
    // Findings refer to them.
    entities.flush();
    findings.save(files);
    String edition = edition();
    for (CaseFile file : files) {
      file.docket().transitions().forEach(made -> StoredTransition.of(made).persist());
      saveRow(file);
      remember(file, edition);
    }
  }

  private static void saveRow(CaseFile file) {
    App app = file.docket().app();
    StoredCaseFile row = StoredCaseFile.findById(app.source());
    row.story = Json.write(file.story());
    row.app = app.name();
    row.platform = app.platform();
    row.environment = app.environment();
    if (app.team() != null) {
      row.team = app.team().isEmpty() ? null : app.team();
    }
    row.wallDueAt = wallDue(file.docket(), due -> !due.then().listens());
    row.missedDueAt = wallDue(file.docket(), due -> due.then().listens());
    row.changedAt = Instant.now();
  }

  /** Where findings have come, gone or found an incident, their order is the database's affair. */
  private void remember(CaseFile file, String edition) {
    Docket docket = file.docket();
    String source = docket.app().source();
    if (docket.transitions().isEmpty()
        && docket.leftFindings().isEmpty()
        && docket.droppedFindings().isEmpty()) {
      memory.put(
          source,
          new CaseMemory.Known(edition, file.story(), docket.findings(), docket.incidents()));
    } else {
      memory.forget(source);
    }
  }

  /** What rows that this transaction has written are known by. */
  private String edition() {
    return (String)
        entities
            .createNativeQuery(
                "select cast(cast(pg_current_xact_id() as xid) as text)", String.class)
            .getSingleResult();
  }

  private static @Nullable Instant wallDue(Docket docket, Predicate<Due> which) {
    return docket.findings().stream()
        .map(Finding::due)
        .filter(Objects::nonNull)
        .filter(which)
        .map(Due::wall)
        .filter(Objects::nonNull)
        .min(Instant::compareTo)
        .orElse(null);
  }
}
