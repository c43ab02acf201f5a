package io.stormdrain.notifier.api;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.stormdrain.notifier.store.IncidentReader;
import io.stormdrain.notifier.store.IncidentView;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where incidents are looked up by those who may see them. */
@Singleton
public class IncidentFinder {

  private static final Pattern LABEL = Pattern.compile("(?i)INC-([0-9]{1,18})");
  private static final Pattern ID =
      Pattern.compile("(?i)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final String EXPECTED = "INC-<number>, or an incident's id";

  private final IncidentReader reader;
  private final Sight sight;

  IncidentFinder(IncidentReader reader, Sight sight) {
    this.reader = reader;
    this.sight = sight;
  }

  /** The incident that somebody names; one that they may not see is as one that there is not. */
  public IncidentView find(String name) {
    return QuarkusTransaction.requiringNew()
        .call(() -> read(name))
        .filter(view -> sight.sees(view.incident().app()))
        .orElseThrow(() -> ProblemException.notFound("there is no incident " + name, EXPECTED));
  }

  /** The incident of this id; empty when there is none that they may see. */
  public Optional<IncidentView> seen(UUID id) {
    return QuarkusTransaction.requiringNew()
        .call(() -> reader.view(id))
        .filter(view -> sight.sees(view.incident().app()));
  }

  private Optional<IncidentView> read(String name) {
    Matcher label = LABEL.matcher(name);
    if (label.matches()) {
      return reader.view(Long.parseLong(label.group(1)));
    }
    if (ID.matcher(name).matches()) {
      return reader.view(UUID.fromString(name));
    }
    throw ProblemException.badRequest("'" + name + "' names no incident", EXPECTED);
  }
}
