package io.stormdrain.notifier.console;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.stormdrain.notifier.people.FrontDoor;
import io.stormdrain.notifier.people.Open;
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
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Where a one-time link leads. */
@Path("/join")
@RunOnVirtualThread
public class JoinConsole {

  private static final int GONE = 410;

  private final FrontDoor door;
  private final Porch porch;
  private final Printer printer;

  JoinConsole(FrontDoor door, Porch porch, Printer printer) {
    this.door = door;
    this.porch = porch;
    this.printer = printer;
  }

  /** The form. */
  @GET
  @Open
  public Response form(@RestQuery @Nullable String key) {
    String shown = Objects.requireNonNullElse(key, "");
    String name = guest(shown);
    return printer.html(name == null ? GONE : 200, page(shown, name, null)).build();
  }

  /** Takes the password, and the name of who comes first. */
  @POST
  @Open
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response join(
      @RestForm @Nullable String key,
      @RestForm @Nullable String name,
      @RestForm @Nullable String password,
      @RestCookie(SessionGate.COOKIE) @Nullable String before,
      HttpHeaders headers,
      HttpServerRequest request) {
    String shown = Objects.requireNonNullElse(key, "");
    return porch.enter(
        new Porch.Visit(request, headers, shown, "/"),
        () ->
            QuarkusTransaction.requiringNew()
                .call(() ->
                    door.join(
                        shown,
                        Cookies.name(name),
                        Objects.requireNonNullElse(password, ""),
                        before)),
        fault -> page(shown, guest(shown), fault));
  }

  private @Nullable String guest(String key) {
    return QuarkusTransaction.requiringNew().call(() -> door.guest(key));
  }

  private static Function<Frame, TemplateInstance> page(
      String key, @Nullable String name, @Nullable String fault) {
    return frame -> Pages.join(frame, new Arrival(key, name, fault));
  }
}
