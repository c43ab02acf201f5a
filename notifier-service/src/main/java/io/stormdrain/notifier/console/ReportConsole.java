package io.stormdrain.notifier.console;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.stormdrain.notifier.api.Desk;
import io.stormdrain.notifier.api.ReportResource;
import io.stormdrain.notifier.api.Reports;
import io.stormdrain.notifier.message.Message;
import io.stormdrain.notifier.people.Needs;
import io.stormdrain.notifier.people.Role;
import io.stormdrain.notifier.store.IncidentView;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;

/** An incident's report to take away. */
@Path("/incidents/{incident}/report")
@RunOnVirtualThread
@Needs(Role.VIEWER)
public class ReportConsole {

  private final Desk desk;
  private final Reports reports;

  ReportConsole(Desk desk, Reports reports) {
    this.desk = desk;
    this.reports = reports;
  }

  /** As a file. */
  @GET
  public Response report(@RestPath String incident) {
    IncidentView view = desk.find(incident);
    return Response.ok(reports.of(view), ReportResource.MARKDOWN)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"" + Message.label(view.number()) + ".md\"")
        .build();
  }
}
