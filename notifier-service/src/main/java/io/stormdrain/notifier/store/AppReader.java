package io.stormdrain.notifier.store;

import io.stormdrain.notifier.process.Story;
import jakarta.inject.Singleton;
import java.util.List;

/** Apps as people look at them. Every method runs in its caller's transaction. */
@Singleton
public class AppReader {

  /** The apps that were heard of last, the latest first. */
  public List<AppView> latest(int most) {
    return StoredCaseFile.<StoredCaseFile>find("order by changedAt desc, source")
        .page(0, most)
        .stream()
        .map(AppReader::view)
        .toList();
  }

  /** All apps of that name: there may be one in each environment. */
  public List<AppView> of(String app) {
    return StoredCaseFile.<StoredCaseFile>find("app = ?1 order by source", app).stream()
        .map(AppReader::view)
        .toList();
  }

  /** How many apps were ever heard of. */
  public long count() {
    return StoredCaseFile.count();
  }

  private static AppView view(StoredCaseFile row) {
    return new AppView(
        row.source,
        row.app,
        row.platform,
        row.environment,
        Json.read(row.story, Story.class),
        row.changedAt);
  }
}
