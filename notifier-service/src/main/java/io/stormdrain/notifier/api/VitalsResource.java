package io.stormdrain.notifier.api;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.stormdrain.notifier.chart.Columns;
import io.stormdrain.notifier.people.Needs;
import io.stormdrain.notifier.people.Role;
import io.stormdrain.notifier.store.AppView;
import io.stormdrain.notifier.store.VitalsStore;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What was counted of an app. */
@Path("/api/v1/apps/{app}/vitals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "apps")
@RunOnVirtualThread
@Needs(Role.VIEWER)
public class VitalsResource {

  private final Directory directory;
  private final VitalsStore vitals;
  private final InstantSource clock;

  VitalsResource(Directory directory, VitalsStore vitals, InstantSource clock) {
    this.directory = directory;
    this.vitals = vitals;
    this.clock = clock;
  }

  /** What was counted of an app, window by window. */
  @GET
  @Operation(
      summary =
          "Requests by status, how long they took, memory, lines and lost lines of an app over time")
  public VitalsList list(
      @Parameter(description = "The app as its source calls it") @RestPath String app,
      @Parameter(description = "Which of several apps of that name; the first if left out")
          @RestQuery
          @Nullable String environment,
      @Parameter(description = "For how long back: 30m, 3h, 24h or 48h; 30m if left out") @RestQuery
          @Nullable String span) {
    Span wanted = Span.of(span);
    AppView found = directory.find(app, environment);
    Columns columns = wanted.before(clock.instant());
    return new VitalsList(
        wanted.step().seconds(),
        QuarkusTransaction.requiringNew()
            .call(() ->
                vitals.read(found.source(), wanted.step(), columns.from(), columns.until()).stream()
                    .map(VitalsList.Counted::of)
                    .toList()));
  }
}
