package io.stormdrain.notifier.api;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.stormdrain.notifier.people.Needs;
import io.stormdrain.notifier.people.Role;
import io.stormdrain.notifier.store.ReleaseReader;
import io.stormdrain.notifier.threshold.Durations;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Releases of apps, and how they went. */
@Path("/api/v1/apps/{app}/releases")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "releases")
@RunOnVirtualThread
@Needs(Role.VIEWER)
public class ReleaseResource {

  private static final Duration USUAL = Duration.ofMinutes(10);

  private final ReleaseReader reader;
  private final Sight sight;
  private final InstantSource clock;

  ReleaseResource(ReleaseReader reader, Sight sight, InstantSource clock) {
    this.reader = reader;
    this.sight = sight;
    this.clock = clock;
  }

  /** Releases of an app, the latest first. */
  @GET
  @Operation(summary = "Releases of an app with a verdict each, the latest first")
  public ReleasePage list(
      @Parameter(description = "The app as its source calls it") @RestPath String app,
      @Parameter(
              description = "How long a release has to be well until it is healthy: 90s, 10m, 1h",
              example = "10m")
          @RestQuery
          @Nullable String healthy) {
    Duration healthyFor = healthy == null ? USUAL : duration(healthy);
    Instant now = clock.instant();
    List<ReleaseReader.Known> known =
        sight.sees(app) ? QuarkusTransaction.requiringNew().call(() -> reader.of(app)) : List.of();
    if (known.isEmpty()) {
      throw ProblemException.notFound(
          "nothing was seen of an app '" + app + "' yet", "the name of an app that sends its log");
    }
    return new ReleasePage(
        known.stream().flatMap(one -> ReleaseEntry.of(one, now, healthyFor).stream()).toList());
  }

  private static Duration duration(String text) {
    try {
      return Durations.of(text);
    } catch (IllegalArgumentException e) {
      throw ProblemException.badRequest("healthy: " + e.getMessage(), "90s, 10m, 1h");
    }
  }
}
