package io.stormdrain.notifier.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.stormdrain.notifier.people.Needs;
import io.stormdrain.notifier.people.Role;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Starts of an app's processes. */
@Path("/api/v1/apps/{app}/boots")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "apps")
@RunOnVirtualThread
@Needs(Role.VIEWER)
public class BootResource {

  private final Directory directory;

  BootResource(Directory directory) {
    this.directory = directory;
  }

  /** The last starts of an app's processes, each with what it took. */
  @GET
  @Operation(
      summary =
          "The last starts of an app's processes: what was installed, and how long it took until"
              + " its port, its platform's word and the first answer")
  public BootList list(
      @Parameter(description = "The app as its source calls it") @RestPath String app,
      @Parameter(description = "Which of several apps of that name; the first if left out")
          @RestQuery
          @Nullable String environment) {
    return new BootList(
        directory.find(app, environment).story().boots().starts().reversed().stream()
            .map(BootList.Start::of)
            .toList());
  }
}
