package io.stormdrain.notifier.console;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.stormdrain.notifier.api.Desk;
import io.stormdrain.notifier.people.Needs;
import io.stormdrain.notifier.people.Role;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;

/** The log around a line that an incident was seen by, as it is when it is opened. */
@Path("/incidents/{incident}/evidence/{partition}/{offset}")
@RunOnVirtualThread
@Needs(Role.VIEWER)
public class EvidenceConsole {

  private final Desk desk;
  private final EvidencePages pages;
  private final Printer printer;

  EvidenceConsole(Desk desk, EvidencePages pages, Printer printer) {
    this.desk = desk;
    this.pages = pages;
    this.printer = printer;
  }

  /** The log around one. */
  @GET
  public Response around(
      @RestPath String incident, @RestPath int partition, @RestPath long offset) {
    EvidencePage page = pages.read(desk.find(incident), partition, offset);
    return printer.html(200, frame -> Pages.evidence(frame, page)).build();
  }
}
