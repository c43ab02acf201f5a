package io.stormdrain.notifier.store;

import io.stormdrain.notifier.process.Story;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Apps as people look at them. Every method runs in its caller's transaction. */
@Singleton
public class AppReader {

  /**
   * The apps that were heard of last, the latest first.
   *
   * @param among only these; null for all
   */
  public List<AppView> latest(@Nullable Set<String> among, int most) {
    return (among == null
            ? StoredCaseFile.<StoredCaseFile>find("order by changedAt desc, source")
            : StoredCaseFile.<StoredCaseFile>find(
                "app in ?1 order by changedAt desc, source", among))
        .page(0, most).stream().map(AppReader::view).toList();
  }

  /**
   * Apps in the order of their sources, which does not change while somebody reads on.
   *
   * @param among only these; null for all
   * @param after only those after this source; empty to begin
   */
  public List<AppView> after(@Nullable Set<String> among, String after, int most) {
    return (among == null
            ? StoredCaseFile.<StoredCaseFile>find("source > ?1 order by source", after)
            : StoredCaseFile.<StoredCaseFile>find(
                "source > ?1 and app in ?2 order by source", after, among))
        .page(0, most).stream().map(AppReader::view).toList();
  }

  /** The names of all apps. */
  public Set<String> names() {
    return StoredCaseFile.<StoredCaseFile>findAll().project(Name.class).stream()
        .map(Name::app)
        .collect(Collectors.toSet());
  }

  /** A name alone, without the story that comes with it. */
  public record Name(String app) {}

  /** To whom these sources belong, as they say themselves; those that say nothing are left out. */
  public Map<String, String> teams(Collection<String> sources) {
    return StoredCaseFile.<StoredCaseFile>find("source in ?1 and team is not null", sources)
        .project(Owned.class)
        .stream()
        .collect(Collectors.toMap(Owned::source, Owned::team));
  }

  /** To whom apps belong, as their sources say, by name; those that say nothing are left out. */
  public Map<String, String> teams() {
    return StoredCaseFile.<StoredCaseFile>find("team is not null order by source")
        .project(Named.class)
        .stream()
        .collect(Collectors.toMap(Named::app, Named::team, (first, later) -> first));
  }

  /** An app and its team alone, without the story that comes with them. */
  public record Named(String app, String team) {}

  /** To whom an app belongs, as one of its sources says; empty when none does. */
  public String team(String app) {
    return StoredCaseFile.<StoredCaseFile>find("app = ?1 and team is not null order by source", app)
        .project(Owned.class)
        .stream()
        .findFirst()
        .map(Owned::team)
        .orElse("");
  }

  /** A source and its team alone, without the story that comes with them. */
  public record Owned(String source, String team) {}

  /** All apps of that name: there may be one in each environment. */
  public List<AppView> of(String app) {
    return StoredCaseFile.<StoredCaseFile>find("app = ?1 order by source", app).stream()
        .map(AppReader::view)
        .toList();
  }

  /**
   * How many apps were ever heard of.
   *
   * @param among only these; null for all
   */
  public long count(@Nullable Set<String> among) {
    return among == null ? StoredCaseFile.count() : StoredCaseFile.count("app in ?1", among);
  }

  private static AppView view(StoredCaseFile row) {
    return new AppView(
        row.source,
        row.app,
        row.platform,
        row.environment,
        row.team,
        Json.read(row.story, Story.class),
        row.changedAt,
        row.knownSince);
  }
}
