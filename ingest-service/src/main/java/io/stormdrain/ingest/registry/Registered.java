package io.stormdrain.ingest.registry;

import io.stormdrain.ingest.source.Source;
import java.time.Instant;
import java.util.List;

/**
 * A source of the registry.
 *
 * @param created when it was added
 * @param tokens the newest first, also those that have expired; two at most
 */
public record Registered(Source source, Instant created, List<RegisteredToken> tokens) {

  /** Copies the list. */
  public Registered {
    tokens = List.copyOf(tokens);
  }
}
