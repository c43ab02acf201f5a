package io.stormdrain.notifier.api;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.stormdrain.notifier.delivery.Ping;
import io.stormdrain.notifier.delivery.ReceiverBoard;
import io.stormdrain.notifier.people.Audit;
import io.stormdrain.notifier.people.Deed;
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

  private final ReceiverBoard board;
  private final Ping ping;
  private final Audit audit;

  ReceiverResource(ReceiverBoard board, Ping ping, Audit audit) {
    this.board = board;
    this.ping = ping;
    this.audit = audit;
  }

  /** All of them. */
  @GET
  @Operation(summary = "All receivers, and how they are")
  public ReceiverPage list() {
    return QuarkusTransaction.requiringNew()
        .call(() -> new ReceiverPage(board.all().stream().map(ReceiverEntry::of).toList()));
  }

  /** Whether one hears. */
  @POST
  @Needs(Role.RESPONDER)
  @Path("/{receiver}/ping")
  @Operation(summary = "Tell a receiver of a test incident and of its end, to see whether it hears")
  public PingAnswer ping(
      @Parameter(description = "Name of the receiver") @RestPath String receiver) {
    return ping.send(receiver)
        .map(echo -> {
          QuarkusTransaction.requiringNew()
              .run(() -> audit.note(Deed.RECEIVER_TESTED, receiver, echo.toString()));
          return PingAnswer.of(receiver, echo);
        })
        .orElseThrow(() ->
            ProblemException.notFound(
                "there is no receiver '" + receiver + "'", "a name of GET /api/v1/receivers"));
  }
}
