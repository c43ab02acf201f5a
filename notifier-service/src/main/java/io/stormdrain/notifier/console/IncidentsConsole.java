package io.stormdrain.notifier.console;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.stormdrain.notifier.people.Needs;
import io.stormdrain.notifier.people.Role;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The page of incidents by what they are. */
@Path("/incidents")
@RunOnVirtualThread
@Needs(Role.VIEWER)
public class IncidentsConsole {

  private final IncidentLists lists;
  private final Printer printer;

  IncidentsConsole(IncidentLists lists, Printer printer) {
    this.lists = lists;
    this.printer = printer;
  }

  /** Those that somebody asks for. */
  @GET
  public Response incidents(
      Request request,
      @RestQuery @Nullable String app,
      @RestQuery @Nullable String state,
      @RestQuery @Nullable String severity,
      @RestQuery @Nullable String before) {
    IncidentList list =
        lists.read(new IncidentLists.Asked(app, state, severity, Older.than(before)));
    return printer.live(request, list, frame -> Pages.incidents(frame, list));
  }
}
