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
        .map(row ->
            new AppView(
                row.source,
                row.app,
                row.platform,
                row.environment,
                Json.read(row.story, Story.class),
                row.changedAt))
        .toList();
  }

  /** How many apps were ever heard of. */
  public long count() {
    return StoredCaseFile.count();
  }
}
