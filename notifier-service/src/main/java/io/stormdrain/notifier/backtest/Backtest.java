package io.stormdrain.notifier.backtest;

import io.stormdrain.notifier.incident.App;
import io.stormdrain.notifier.incident.CaseFile;
import io.stormdrain.notifier.incident.Docket;
import io.stormdrain.notifier.incident.Due;
import io.stormdrain.notifier.incident.Finding;
import io.stormdrain.notifier.incident.Incident;
import io.stormdrain.notifier.process.Story;
import io.stormdrain.notifier.signal.StoryEntry;
import io.stormdrain.notifier.store.IncidentView;
import io.stormdrain.notifier.threshold.AlertRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One set of alert rules on the stories of many apps. It begins like a notifier that knows nothing
 * yet, and takes each app's entries in their order. The clock on the wall is the caller's.
 */
public final class Backtest {

  /** Log lines that a finding keeps, first and latest each: as many as a message shows. */
  private static final int KEEP = 3;

  private final AlertRules rules;
  private final Map<String, CaseFile> files = new HashMap<>();
  private final Map<String, Instant> waiting = new HashMap<>();
  private final Map<UUID, Course> courses = new LinkedHashMap<>();

  /** With these rules. */
  public Backtest(AlertRules rules) {
    this.rules = rules;
  }

  /** The rules that are tried. */
  public AlertRules rules() {
    return rules;
  }

  /** Takes the next entry of an app's story, heard at that time on the wall. */
  public void accept(StoryEntry entry, Instant wall) {
    CaseFile file = files.computeIfAbsent(entry.source(), source -> blank(entry));
    file.accept(entry, wall);
    file(file);
  }

  /** It is this time now: in apps that say nothing more, what is due by then happens. */
  public void pass(Instant now) {
    List<String> due =
        waiting.entrySet().stream()
            .filter(app -> !app.getValue().isAfter(now))
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    for (String source : due) {
      CaseFile file = Objects.requireNonNull(files.get(source));
      file.tick(now, now);
      file(file);
    }
  }

  /** All incidents so far, numbered in the order in which they were opened. */
  public List<IncidentView> incidents() {
    files.values().forEach(file -> look(file.docket()));
    List<Course> ordered =
        courses.values().stream()
            .sorted(
                Comparator.<Course, Instant>comparing(course -> course.incident().openedAt())
                    .thenComparing(course -> course.incident().source())
                    .thenComparing(course -> course.incident().id()))
            .toList();
    List<IncidentView> views = new ArrayList<>(ordered.size());
    ordered.forEach(course -> views.add(course.view(views.size() + 1, rules)));
    return views;
  }

  private CaseFile blank(StoryEntry entry) {
    App app = new App(entry.source(), entry.app(), entry.platform(), entry.environment());
    return new CaseFile(rules, Story.BLANK, new Docket(app, List.of(), List.of()), KEEP);
  }

  /** Notes what has happened, and opens the case file anew without it, as the service does. */
  private void file(CaseFile file) {
    Docket docket = file.docket();
    String source = docket.app().source();
    docket.findings().stream()
        .map(Finding::due)
        .filter(Objects::nonNull)
        .map(Due::wall)
        .filter(Objects::nonNull)
        .min(Instant::compareTo)
        .ifPresentOrElse(at -> waiting.put(source, at), () -> waiting.remove(source));
    if (docket.transitions().isEmpty()
        && docket.leftFindings().isEmpty()
        && docket.droppedFindings().isEmpty()) {
      return;
    }
    look(docket);
    docket.transitions().forEach(t -> Objects.requireNonNull(courses.get(t.incident())).add(t));
    files.put(source, new CaseFile(rules, file.story(), atHand(docket), KEEP));
  }

  private void look(Docket docket) {
    for (Incident incident : docket.incidents()) {
      courses.computeIfAbsent(incident.id(), id -> new Course(incident)).look(incident, docket);
    }
    docket.leftFindings().forEach(f -> Objects.requireNonNull(courses.get(f.incident())).keep(f));
  }

  /** Findings that are at hand, and the incidents they belong to. */
  private static Docket atHand(Docket docket) {
    Set<UUID> needed =
        docket.findings().stream()
            .map(Finding::incident)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return new Docket(
        docket.app(),
        docket.findings(),
        docket.incidents().stream().filter(i -> needed.contains(i.id())).toList());
  }
}
