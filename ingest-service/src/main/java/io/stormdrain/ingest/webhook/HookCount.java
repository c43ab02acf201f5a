package io.stormdrain.ingest.webhook;

import io.stormdrain.ingest.message.Count;
import org.jspecify.annotations.Nullable;

/** What was counted in a request of a platform, and what it was about. */
public final class HookCount extends Count {
  private @Nullable String name;

  HookCount() {}

  void named(String source, @Nullable String id) {
    name = id == null ? null : source + '/' + id;
  }

  /** The event's name, for whom it came included, the same each time; null when it has none. */
  public @Nullable String name() {
    return name;
  }
}
