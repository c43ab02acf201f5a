package io.stormdrain.notifier.console;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.stormdrain.notifier.api.Desk;
import io.stormdrain.notifier.api.Resolution;
import io.stormdrain.notifier.message.LogText;
import io.stormdrain.notifier.message.Message;
import io.stormdrain.notifier.people.Needs;
import io.stormdrain.notifier.people.Role;
import io.stormdrain.notifier.store.IncidentView;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** An incident's page, and what people do there. */
@Path("/incidents/{incident}")
@RunOnVirtualThread
@Needs(Role.VIEWER)
public class IncidentForms {

  private static final int LONGEST_TEXT = 1_000;

  private final Desk desk;
  private final IncidentSheets sheets;
  private final Cookies cookies;
  private final Signer signer;
  private final Printer printer;
  private final InstantSource clock;

  IncidentForms(
      Desk desk,
      IncidentSheets sheets,
      Cookies cookies,
      Signer signer,
      Printer printer,
      InstantSource clock) {
    this.desk = desk;
    this.sheets = sheets;
    this.cookies = cookies;
    this.signer = signer;
    this.printer = printer;
    this.clock = clock;
  }

  /** All there is to say about it. */
  @GET
  public Response page(
      @RestPath String incident,
      @RestQuery @Nullable String said,
      @RestCookie(Cookies.NAME) @Nullable String known,
      Request request) {
    IncidentSheet sheet = sheets.read(desk.find(incident), clock.instant());
    Visitor visitor = new Visitor(Cookies.nameIn(known), Reply.of(said));
    return printer.live(
        request, sheet + "\n" + visitor, frame -> Pages.incident(frame, sheet, visitor));
  }

  /** Somebody looks after it. */
  @POST
  @Needs(Role.RESPONDER)
  @Path("/acknowledge")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response acknowledge(
      @RestPath String incident, @RestForm @Nullable String name, HttpHeaders headers) {
    return done(
        incident,
        name,
        headers,
        by ->
            by.equals(desk.acknowledge(incident, by).incident().acknowledgedBy())
                ? Reply.ACKNOWLEDGED
                : Reply.TAKEN);
  }

  /** Somebody says that it is over. */
  @POST
  @Needs(Role.RESPONDER)
  @Path("/resolve")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response resolve(
      @RestPath String incident,
      @RestForm @Nullable String name,
      @RestForm @Nullable String text,
      @RestForm @Nullable String fixed,
      @RestForm @Nullable String release,
      HttpHeaders headers) {
    String note = text(text);
    String version = text(release);
    boolean isFixed = fixed != null || !version.isEmpty();
    return done(
        incident,
        name,
        headers,
        by -> {
          if (note.length() > LONGEST_TEXT) {
            return Reply.NO_TEXT;
          }
          desk.resolve(
              incident, new Resolution(by, note, isFixed, version.isEmpty() ? null : version));
          return isFixed ? Reply.FIXED : Reply.RESOLVED;
        });
  }

  /** Somebody has something to say about it. */
  @POST
  @Needs(Role.RESPONDER)
  @Path("/note")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response note(
      @RestPath String incident,
      @RestForm @Nullable String name,
      @RestForm @Nullable String text,
      HttpHeaders headers) {
    String note = text(text);
    return done(
        incident,
        name,
        headers,
        by -> {
          if (note.isEmpty() || note.length() > LONGEST_TEXT) {
            return Reply.NO_TEXT;
          }
          desk.note(incident, by, note);
          return Reply.NOTED;
        });
  }

  /** Does it, and leads back to the page, so that loading it again does nothing twice. */
  private Response done(
      String incident, @Nullable String name, HttpHeaders headers, Function<String, Reply> action) {
    IncidentView view = desk.find(incident);
    String by = signer.name(name);
    Reply reply = by.isEmpty() ? Reply.NO_NAME : action.apply(by);
    Response.ResponseBuilder back =
        Way.to("/incidents/" + Message.label(view.number()) + "?said=" + reply.key() + "#said");
    return by.isEmpty() ? back.build() : back.cookie(cookies.name(by, headers)).build();
  }

  private static String text(@Nullable String said) {
    return said == null ? "" : LogText.line(said);
  }
}
