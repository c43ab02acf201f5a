package io.stormdrain.notifier.console;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.stormdrain.notifier.api.IncidentSummary;
import io.stormdrain.notifier.api.SilenceDesk;
import io.stormdrain.notifier.api.SilenceEntry;
import io.stormdrain.notifier.api.SilencePreview;
import io.stormdrain.notifier.api.SilenceRequest;
import io.stormdrain.notifier.people.Needs;
import io.stormdrain.notifier.people.Role;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Where people ask for silence, see what it would hide, and end it. */
@Path("/silences")
@RunOnVirtualThread
@Needs(Role.VIEWER)
public class SilencesConsole {

  private static final String PATH = "/silences";
  private static final String NAME = "name";

  private final SilenceDesk desk;
  private final Signer signer;
  private final Cookies cookies;
  private final Printer printer;

  SilencesConsole(SilenceDesk desk, Signer signer, Cookies cookies, Printer printer) {
    this.desk = desk;
    this.signer = signer;
    this.cookies = cookies;
    this.printer = printer;
  }

  /** Those that go on, with {@code all} those that are over too; the form may come filled in. */
  @GET
  public Response silences(UriInfo uri, @RestCookie(Cookies.NAME) @Nullable String known) {
    MultivaluedMap<String, String> said = uri.getQueryParameters();
    return page(
        SilenceForm.of(said), said.containsKey("all"), signer.name(Cookies.nameIn(known)), null);
  }

  /** What it would hide; nothing is changed. */
  @POST
  @Path("/preview")
  @Needs(Role.RESPONDER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response preview(MultivaluedMap<String, String> said) {
    SilenceForm form = SilenceForm.of(said);
    String name = signer.name(said.getFirst(NAME));
    SilencePreview preview = desk.preview(form.asked(name));
    return page(
        form,
        false,
        name,
        new SilencesPage.Hidden(
            preview.live().stream().map(SilencesConsole::live).toList(), preview.latest()));
  }

  /** Somebody asks for it. */
  @POST
  @Needs(Role.RESPONDER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response add(MultivaluedMap<String, String> said, HttpHeaders headers) {
    String name = signer.name(said.getFirst(NAME));
    SilenceRequest request = SilenceForm.of(said).asked(name);
    desk.add(request);
    return Way.to(PATH).cookie(cookies.name(name, headers)).build();
  }

  /** Somebody ends one. */
  @POST
  @Path("/{silence}/end")
  @Needs(Role.RESPONDER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response end(@RestPath long silence, @RestForm @Nullable String name) {
    String by = signer.name(name);
    desk.end(silence, by.isEmpty() ? "somebody" : by);
    return Way.to(PATH).build();
  }

  private Response page(
      SilenceForm form, boolean all, String name, SilencesPage.@Nullable Hidden hidden) {
    SilencesPage page =
        new SilencesPage(
            desk.list(all).silences().stream().map(SilencesConsole::row).toList(),
            all,
            form,
            name,
            hidden);
    return printer.html(200, frame -> Pages.silences(frame, page)).build();
  }

  private static SilencesPage.Row row(SilenceEntry silence) {
    boolean atATime = Character.isDigit(silence.until().charAt(0));
    return new SilencesPage.Row(
        silence,
        new Moment(silence.createdAt()),
        atATime ? new Moment(Instant.parse(silence.until())) : null,
        Moment.of(silence.endedAt()));
  }

  private static SilencesPage.Live live(IncidentSummary incident) {
    return new SilencesPage.Live(
        incident.label(), incident.title(), Shown.name(incident.app()), incident.severity());
  }
}
