package io.stormdrain.notifier.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.stormdrain.notifier.people.Needs;
import io.stormdrain.notifier.people.Role;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Silences. */
@Path("/api/v1/silences")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "silences", description = "What nobody wants to be told of for a while")
@RunOnVirtualThread
@Needs(Role.VIEWER)
public class SilenceResource {

  private final SilenceDesk desk;

  SilenceResource(SilenceDesk desk) {
    this.desk = desk;
  }

  /** Silences, the latest first. */
  @GET
  @Operation(
      summary = "Silences that go on, the latest first; with all=true those that are over too")
  public SilencePage list(
      @Parameter(description = "Whether those that are over are listed too") @RestQuery
          boolean all) {
    return desk.list(all);
  }

  /** Somebody asks for silence. */
  @POST
  @Needs(Role.RESPONDER)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Ask for silence; who was told of a beginning is still told of the end")
  public SilenceEntry add(@Nullable SilenceRequest request) {
    return desk.add(SilenceRequest.in(request));
  }

  /** What it would be about. */
  @POST
  @Needs(Role.RESPONDER)
  @Path("/preview")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "What a silence would be about; nothing is changed")
  public SilencePreview preview(@Nullable SilenceRequest request) {
    return desk.preview(SilenceRequest.in(request));
  }

  /** Somebody ends it before its time. */
  @POST
  @Needs(Role.RESPONDER)
  @Path("/{silence}/end")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "End a silence; what it held back and goes on is told")
  public SilenceEntry end(
      @Parameter(description = "Number of the silence") @RestPath long silence,
      @Nullable Acknowledgement who) {
    return desk.end(silence, Acknowledgement.nameIn(who));
  }
}
