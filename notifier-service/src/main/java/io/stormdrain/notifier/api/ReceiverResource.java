package io.stormdrain.notifier.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.stormdrain.notifier.people.Needs;
import io.stormdrain.notifier.people.Role;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Receivers. */
@Path("/api/v1/receivers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "receivers", description = "Who can be told, and how they are")
@RunOnVirtualThread
@Needs(Role.VIEWER)
public class ReceiverResource {

  private final ReceiverDesk desk;

  ReceiverResource(ReceiverDesk desk) {
    this.desk = desk;
  }

  /** All of them. */
  @GET
  @Operation(summary = "All receivers, and how they are")
  public ReceiverPage list() {
    return desk.list();
  }

  /** Whether one hears. */
  @POST
  @Needs(Role.RESPONDER)
  @Path("/{receiver}/ping")
  @Operation(summary = "Tell a receiver of a test incident and of its end, to see whether it hears")
  public PingAnswer ping(
      @Parameter(description = "Name of the receiver") @RestPath String receiver) {
    return desk.ping(receiver);
  }
}
