package io.stormdrain.notifier.api;

import io.stormdrain.notifier.people.Needs;
import io.stormdrain.notifier.people.Role;
import io.stormdrain.notifier.threshold.Rulebook;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Alert rules. */
@Path("/api/v1/rules")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "rules", description = "When signals become incidents, and when those are over")
@Needs(Role.VIEWER)
public class RuleResource {

  private final Rulebook rules;

  RuleResource(Rulebook rules) {
    this.rules = rules;
  }

  /** All of them. */
  @GET
  @Operation(summary = "All alert rules, in words")
  public RuleList list() {
    return new RuleList(rules.inForce().all().stream().map(RuleEntry::of).toList());
  }
}
