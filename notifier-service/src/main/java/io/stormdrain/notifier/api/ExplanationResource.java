package io.stormdrain.notifier.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.stormdrain.notifier.people.Needs;
import io.stormdrain.notifier.people.Role;
import io.stormdrain.notifier.threshold.Rulebook;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Why there is an incident. */
@Path("/api/v1/incidents/{incident}/explanation")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "incidents")
@RunOnVirtualThread
@Needs(Role.VIEWER)
public class ExplanationResource {

  private final Desk desk;
  private final Rulebook rules;

  ExplanationResource(Desk desk, Rulebook rules) {
    this.desk = desk;
    this.rules = rules;
  }

  /** The explanation. */
  @GET
  @Operation(
      summary =
          "Why there is an incident: which rules, what each asks for and has counted, by which"
              + " lines, and what happens next")
  public Explanation explain(
      @Parameter(description = "INC-17, or the incident's id") @RestPath String incident) {
    return Explanation.of(desk.find(incident), rules.inForce());
  }
}
