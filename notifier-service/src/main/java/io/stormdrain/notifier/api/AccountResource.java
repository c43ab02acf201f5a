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

/** Accounts. */
@Path("/api/v1/accounts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "people", description = "Who may come in, and what they did; for admins")
@RunOnVirtualThread
@Needs(Role.ADMIN)
public class AccountResource {

  private static final String NAME = "The account's name";

  private final PeopleDesk desk;

  AccountResource(PeopleDesk desk) {
    this.desk = desk;
  }

  /** All of them. */
  @GET
  @Operation(summary = "All accounts by name")
  public AccountList list() {
    return desk.accounts();
  }

  /** A new one. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Add an account; the answer has the one-time link by which it is joined")
  public OneTimeLink add(@Nullable AccountRequest request) {
    return desk.add(AccountRequest.in(request));
  }

  /** The first one. */
  @POST
  @Path("/first")
  @Operation(
      summary =
          "A one-time link for whoever comes first and becomes admin; only while there is no account")
  public OneTimeLink first() {
    return desk.first();
  }

  /** Another role. */
  @POST
  @Path("/{name}/change")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Give an account another role and other teams")
  public AccountEntry change(
      @Parameter(description = NAME) @RestPath String name, @Nullable AccountRequest request) {
    return desk.change(name, AccountRequest.in(request));
  }

  /** Another link. */
  @POST
  @Path("/{name}/invite")
  @Operation(summary = "Another one-time link for an account; its password and sessions end")
  public OneTimeLink invite(@Parameter(description = NAME) @RestPath String name) {
    return desk.invite(name);
  }

  /** The end. */
  @POST
  @Path("/{name}/disable")
  @Operation(summary = "Let nobody in by an account any more; its sessions end")
  public AccountEntry disable(@Parameter(description = NAME) @RestPath String name) {
    return desk.disable(name);
  }
}
