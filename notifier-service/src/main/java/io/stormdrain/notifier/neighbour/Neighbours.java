package io.stormdrain.notifier.neighbour;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.stormdrain.notifier.NotifierConfig;
import jakarta.inject.Singleton;

/** Both of them. */
@Singleton
public class Neighbours {

  private final Neighbour ingest;
  private final Neighbour analyzer;

  Neighbours(NotifierConfig config, ObjectMapper json) {
    this.ingest =
        new Neighbour(
            "ingest-service", config.ingest().url(), config.ingest().token().orElse(null), json);
    this.analyzer = new Neighbour("analyzer-service", config.analyzer().url(), null, json);
  }

  /** Where logs come in. */
  public Neighbour ingest() {
    return ingest;
  }

  /** Where lines are understood. */
  public Neighbour analyzer() {
    return analyzer;
  }
}
