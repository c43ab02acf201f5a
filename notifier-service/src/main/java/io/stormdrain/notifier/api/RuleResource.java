package io.stormdrain.notifier.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.stormdrain.notifier.people.Needs;
import io.stormdrain.notifier.people.Role;
import io.stormdrain.notifier.threshold.Rulebook;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Alert rules. */
@Path("/api/v1/rules")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "rules", description = "When signals become incidents, and when those are over")
@Needs(Role.VIEWER)
public class RuleResource {

  private final Rulebook rules;

  private final RuleDesk desk;

  RuleResource(Rulebook rules, RuleDesk desk) {
    this.rules = rules;
    this.desk = desk;
  }

  /** All of them. */
  @GET
  @Operation(summary = "All alert rules, in words")
  public RuleList list() {
    return new RuleList(rules.inForce().all().stream().map(RuleEntry::of).toList());
  }

  /** Holds text against them. */
  @POST
  @Path("/test")
  @Consumes(MediaType.APPLICATION_JSON)
  @RunOnVirtualThread
  @Operation(summary = "What the alert rules in force would make of a text; nothing is kept of it")
  public RuleTrial test(@Nullable RuleTrialRequest request) {
    return switch (desk.attempt(RuleTrialRequest.in(request).lines())) {
      case RuleDesk.Outcome.Tried(var trial) -> trial;
      case RuleDesk.Outcome.Refused(var why) ->
          throw ProblemException.badRequest(why, RuleTrialRequest.EXPECTED);
      case RuleDesk.Outcome.Away(var why) -> throw ProblemException.unavailable(why);
    };
  }
}
