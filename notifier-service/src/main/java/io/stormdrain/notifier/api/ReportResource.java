package io.stormdrain.notifier.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.stormdrain.notifier.people.Needs;
import io.stormdrain.notifier.people.Role;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** An incident as a report. */
@Path("/api/v1/incidents/{incident}/report")
@Produces(ReportResource.MARKDOWN)
@Tag(name = "incidents")
@RunOnVirtualThread
@Needs(Role.VIEWER)
public class ReportResource {

  /** What a report is written in. */
  public static final String MARKDOWN = "text/markdown;charset=UTF-8";

  private final Desk desk;
  private final Reports reports;

  ReportResource(Desk desk, Reports reports) {
    this.desk = desk;
    this.reports = reports;
  }

  /** The report. */
  @GET
  @Operation(
      summary =
          "An incident as a report in Markdown: what was found, the evidence, what to do, what"
              + " happened, who was told")
  public String report(
      @Parameter(description = "INC-17, or the incident's id") @RestPath String incident) {
    return reports.of(desk.find(incident));
  }
}
