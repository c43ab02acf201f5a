package io.stormdrain.notifier.api;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.stormdrain.notifier.people.Needs;
import io.stormdrain.notifier.people.Role;
import io.stormdrain.notifier.store.RuleUseReader;
import io.stormdrain.notifier.store.Shadows;
import io.stormdrain.notifier.threshold.Durations;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which alert rules are worth their noise. */
@Path("/api/v1/rules/report")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "rules")
@RunOnVirtualThread
@Needs(Role.VIEWER)
public class RuleReportResource {

  private static final Duration USUAL = Duration.ofDays(30);

  /** What rules in shadow would have told is shown of the latest. */
  private static final int MOST = 50;

  private final RuleUseReader reader;
  private final Shadows shadows;
  private final Sight sight;
  private final InstantSource clock;

  RuleReportResource(RuleUseReader reader, Shadows shadows, Sight sight, InstantSource clock) {
    this.reader = reader;
    this.shadows = shadows;
    this.sight = sight;
    this.clock = clock;
  }

  /** The report. */
  @GET
  @Operation(
      summary =
          "By alert rule: how many incidents and messages, and of how many somebody looked after")
  public RuleReport report(
      @Parameter(description = "How long ago to begin: 12h, 7d, 30d", example = "30d") @RestQuery
          @Nullable String from) {
    Instant since = clock.instant().minus(from == null ? USUAL : duration(from));
    return QuarkusTransaction.requiringNew()
        .call(() ->
            new RuleReport(
                since,
                reader.since(since, sight.apps()).stream().map(RuleReport.Entry::of).toList(),
                shadows.since(since, sight.apps(), MOST).stream()
                    .map(RuleReport.Untold::of)
                    .toList()));
  }

  private static Duration duration(String text) {
    try {
      return Durations.of(text);
    } catch (IllegalArgumentException e) {
      throw ProblemException.badRequest("from: " + e.getMessage(), "12h, 7d, 30d");
    }
  }
}
