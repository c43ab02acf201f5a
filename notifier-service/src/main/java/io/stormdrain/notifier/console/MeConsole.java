package io.stormdrain.notifier.console;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.stormdrain.notifier.people.Caller;
import io.stormdrain.notifier.people.FrontDoor;
import io.stormdrain.notifier.people.Needs;
import io.stormdrain.notifier.people.Person;
import io.stormdrain.notifier.people.Role;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** What people do about their own account. */
@Path("/me")
@RunOnVirtualThread
@Needs(Role.VIEWER)
public class MeConsole {

  private final FrontDoor door;
  private final Porch porch;
  private final Printer printer;
  private final Caller caller;

  MeConsole(FrontDoor door, Porch porch, Printer printer, Caller caller) {
    this.door = door;
    this.porch = porch;
    this.printer = printer;
    this.caller = caller;
  }

  /** Who they are here. */
  @GET
  public Response me() {
    return printer.html(200, page(null)).build();
  }

  /** Another password. */
  @POST
  @Path("/password")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response password(
      @RestForm @Nullable String old,
      @RestForm @Nullable String password,
      HttpHeaders headers,
      HttpServerRequest request) {
    Person who = caller.person();
    if (!who.hasPassword()) {
      return Way.to("/me").build();
    }
    return porch.enter(
        new Porch.Visit(request, headers, who.name(), "/"),
        () ->
            QuarkusTransaction.requiringNew()
                .call(() ->
                    door.change(
                        who.name(),
                        Objects.requireNonNullElse(old, ""),
                        Objects.requireNonNullElse(password, ""))),
        this::page);
  }

  /** The end of all their sessions. */
  @POST
  @Path("/leave")
  public Response leave(
      @RestCookie(SessionGate.COOKIE) @Nullable String pass, HttpHeaders headers) {
    Person who = caller.person();
    QuarkusTransaction.requiringNew().run(() -> door.leave(who, pass, true));
    return porch.leave(headers);
  }

  private Function<Frame, TemplateInstance> page(@Nullable String fault) {
    Person who = caller.person();
    return frame -> Pages.me(frame, who, fault);
  }
}
