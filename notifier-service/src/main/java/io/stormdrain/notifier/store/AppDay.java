package io.stormdrain.notifier.store;

import io.stormdrain.notifier.process.Release;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an app and a time.
 *
 * @param lines that it has said
 * @param incidents that it had, of whatever severity
 * @param releases that were made, oldest first
 * @param found rules of all findings of these incidents, by the incident's number
 * @param hints rules that saw something, not enough to tell it
 */
public record AppDay(
    String app,
    @Nullable String environment,
    long lines,
    List<NumberedIncident> incidents,
    List<Release> releases,
    Map<Long, Set<String>> found,
    Set<String> hints) {

  public AppDay {
    incidents = List.copyOf(incidents);
    releases = List.copyOf(releases);
    found = Map.copyOf(found);
    hints = Set.copyOf(hints);
  }

  /** {@code shop}, {@code shop (staging)}. */
  public String name() {
    return environment == null ? app : app + " (" + environment + ")";
  }
}
