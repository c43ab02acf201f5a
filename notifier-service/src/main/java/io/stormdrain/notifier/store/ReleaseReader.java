package io.stormdrain.notifier.store;

import io.stormdrain.notifier.incident.Incident;
import io.stormdrain.notifier.process.Release;
import io.stormdrain.notifier.process.Story;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Apps and their releases as people look at them, in the caller's transaction. */
@Singleton
public class ReleaseReader {

  /** More than began under the releases that are kept. */
  private static final int MOST_INCIDENTS = 500;

  /**
   * What is known of an app's releases.
   *
   * @param releases the last ones, oldest first
   * @param incidents that may have begun with them
   */
  public record Known(
      String source,
      String app,
      String platform,
      @Nullable String environment,
      List<Release> releases,
      List<NumberedIncident> incidents) {
    public Known {
      releases = List.copyOf(releases);
      incidents = List.copyOf(incidents);
    }

    /** The incidents without the numbers that people call them by. */
    public List<Incident> plain() {
      return incidents.stream().map(NumberedIncident::incident).toList();
    }
  }

  /** All apps of that name: there may be one in each environment. */
  public List<Known> of(String app) {
    return StoredCaseFile.<StoredCaseFile>find("app = ?1 order by source", app).stream()
        .map(ReleaseReader::known)
        .toList();
  }

  private static Known known(StoredCaseFile row) {
    List<Release> releases = Json.read(row.story, Story.class).releases();
    return new Known(
        row.source,
        row.app,
        row.platform,
        row.environment,
        releases,
        releases.stream()
            .map(Release::at)
            .min(Comparator.naturalOrder())
            .map(first ->
                StoredIncident.<StoredIncident>find(
                        "source = ?1 and (resolvedAt is null or resolvedAt >= ?2) order by openedAt",
                        row.source,
                        first)
                    .page(0, MOST_INCIDENTS)
                    .stream()
                    .map(found -> new NumberedIncident(found.number, found.value()))
                    .toList())
            .orElse(List.of()));
  }
}
