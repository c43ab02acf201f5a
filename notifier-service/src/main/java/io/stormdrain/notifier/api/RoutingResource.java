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
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The routes that are in force. */
@Path("/api/v1/routing")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "routing", description = "Who is told of what")
@RunOnVirtualThread
@Needs(Role.VIEWER)
public class RoutingResource {

  private final RehearsalDesk desk;

  RoutingResource(RehearsalDesk desk) {
    this.desk = desk;
  }

  /** Who would be told. */
  @GET
  @Path("/test")
  @Operation(summary = "Who would be told of an incident that began at a time, and why")
  public RehearsalAnswer test(
      @Parameter(description = "The app", example = "shop") @RestQuery @Nullable String app,
      @Parameter(description = "critical, high, medium or low; else high") @RestQuery
          @Nullable String severity,
      @Parameter(description = "The incident's type", example = "crash-loop") @RestQuery("class")
          @Nullable String type,
      @Parameter(description = "production, staging, ...") @RestQuery @Nullable String environment,
      @Parameter(description = "heroku, railway, render, ...") @RestQuery @Nullable String platform,
      @Parameter(description = "The process", example = "web.1") @RestQuery
          @Nullable String process,
      @Parameter(description = "When, as 2026-03-29T02:30:00Z; else now") @RestQuery
          @Nullable String at) {
    return desk.answer(
        new RehearsalDesk.Asked(app, severity, type, environment, platform, process, at));
  }
}
