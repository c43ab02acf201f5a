package io.stormdrain.notifier.console;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may send.
 *
 * @param away why nothing is known of them; null when it is
 * @param senders what can be added, in words
 */
public record SourcesPage(List<SourceRow> sources, @Nullable String away, List<String> senders) {
  public SourcesPage {
    sources = List.copyOf(sources);
    senders = List.copyOf(senders);
  }
}
