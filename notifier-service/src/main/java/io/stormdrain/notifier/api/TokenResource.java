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
import org.jspecify.annotations.Nullable;

/** Tokens of the API. */
@Path("/api/v1/tokens")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "people")
@RunOnVirtualThread
@Needs(Role.ADMIN)
public class TokenResource {

  private final PeopleDesk desk;

  TokenResource(PeopleDesk desk) {
    this.desk = desk;
  }

  /** All of them. */
  @GET
  @Operation(summary = "All tokens that there ever were, the latest first, without their secrets")
  public TokenList list() {
    return desk.tokens();
  }

  /** A new one. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Add a token; only this answer has its secret")
  public MadeToken add(@Nullable TokenRequest request) {
    return desk.add(TokenRequest.in(request));
  }

  /** The end of one. */
  @POST
  @Path("/{token}/revoke")
  @Operation(summary = "Revoke a token")
  public TokenEntry revoke(@Parameter(description = "Number of the token") @RestPath long token) {
    return desk.revoke(token);
  }
}
