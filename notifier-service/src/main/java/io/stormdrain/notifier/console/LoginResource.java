package io.stormdrain.notifier.console;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.stormdrain.notifier.people.Caller;
import io.stormdrain.notifier.people.FrontDoor;
import io.stormdrain.notifier.people.Open;
import io.stormdrain.notifier.people.Person;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Where people come in with name and password, and where they leave. */
@Path("/")
@RunOnVirtualThread
public class LoginResource {

  /** A path of ours, and nothing that a browser could take for another site. */
  private static final Pattern OURS = Pattern.compile("/(?![/\\\\])[\\x21-\\x5B\\x5D-\\x7E]*");

  private final FrontDoor door;
  private final Porch porch;
  private final Printer printer;
  private final LoginPages pages;
  private final Caller caller;

  LoginResource(FrontDoor door, Porch porch, Printer printer, LoginPages pages, Caller caller) {
    this.door = door;
    this.porch = porch;
    this.printer = printer;
    this.pages = pages;
    this.caller = caller;
  }

  /**
   * The form. Who comes from another site, as from a link in Slack, has not shown the session yet,
   * because browsers keep it back there; they are sent on from here, where it is shown.
   */
  @GET
  @Path("/login")
  @Open
  public Response form(
      @RestQuery @Nullable String to, @RestHeader("Sec-Fetch-Site") @Nullable String site) {
    String wanted = ours(to);
    if (caller.known() != null) {
      return Way.to(wanted).build();
    }
    return "cross-site".equals(site) || "same-site".equals(site)
        ? printer.html(200, frame -> Pages.opening(frame, wanted)).build()
        : printer.html(200, pages.page(wanted, "", null)).build();
  }

  /** Takes name and password. */
  @POST
  @Path("/login")
  @Open
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response enter(
      @RestForm @Nullable String name,
      @RestForm @Nullable String password,
      @RestForm @Nullable String to,
      @RestCookie(SessionGate.COOKIE) @Nullable String before,
      HttpHeaders headers,
      HttpServerRequest request) {
    String called = Cookies.name(name);
    return porch.enter(
        new Porch.Visit(request, headers, called, ours(to)),
        () ->
            QuarkusTransaction.requiringNew()
                .call(() -> door.login(called, Objects.requireNonNullElse(password, ""), before)),
        fault -> pages.page(ours(to), called, fault));
  }

  /** Ends the session. */
  @POST
  @Path("/logout")
  @Open
  public Response leave(
      @RestCookie(SessionGate.COOKIE) @Nullable String pass, HttpHeaders headers) {
    Person who = caller.known();
    if (who != null && who.hasAccount()) {
      QuarkusTransaction.requiringNew().run(() -> door.leave(who, pass, false));
    }
    return porch.leave(headers);
  }

  /** Where to go on; the first page when what is wanted is none of ours. */
  static String ours(@Nullable String to) {
    return to != null && OURS.matcher(to).matches() && !to.startsWith(SessionGate.LOGIN) ? to : "/";
  }
}
