package io.stormdrain.notifier.api;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.stormdrain.notifier.digest.Digest;
import io.stormdrain.notifier.digest.Digests;
import io.stormdrain.notifier.people.Needs;
import io.stormdrain.notifier.people.Role;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What went on, as teams are told once a day. */
@Path("/api/v1/digest")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "digest", description = "What went wrong, what was released, and what was not found")
@RunOnVirtualThread
@Needs(Role.VIEWER)
public class DigestResource {

  private static final Duration DAY = Duration.ofDays(1);

  private final Digests digests;
  private final Sight sight;
  private final InstantSource clock;

  DigestResource(Digests digests, Sight sight, InstantSource clock) {
    this.digests = digests;
    this.sight = sight;
    this.clock = clock;
  }

  /** What went on until now. */
  @GET
  @Operation(
      summary =
          "What went on until now: incidents, releases, silent apps, and the classes of trouble"
              + " that were looked for, with zeros")
  public DigestEntry read(
      @Parameter(description = "Only apps of this team") @RestQuery @Nullable String team,
      @Parameter(description = "Only this app") @RestQuery @Nullable String app,
      @Parameter(description = "From when on: 24h, or 2026-02-10T14:03:05Z; 24h if left out")
          @RestQuery
          @Nullable String from) {
    Instant now = clock.instant();
    Instant begin = When.of("from", from, now, DAY);
    if (!begin.isBefore(now)) {
      throw ProblemException.badRequest("from is not before now", "24h, 2026-02-10T14:03:05Z");
    }
    Digest digest =
        QuarkusTransaction.requiringNew()
            .call(() ->
                digests.of(
                    whose(team, app),
                    name ->
                        (app == null || name.equals(app))
                            && (team == null || sight.isOf(name, team))
                            && sight.sees(name),
                    begin,
                    now));
    if (app != null && digest.heard().isEmpty() && digest.silent().isEmpty()) {
      throw ProblemException.notFound(
          "nothing was seen of an app '" + app + "' yet", "the name of an app that sends its log");
    }
    return DigestEntry.of(digest, LocalDate.ofInstant(now, ZoneOffset.UTC));
  }

  private static String whose(@Nullable String team, @Nullable String app) {
    if (app != null) {
      return app;
    }
    return team == null ? "all apps" : "team " + team;
  }
}
