package io.stormdrain.notifier.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.stormdrain.notifier.people.Needs;
import io.stormdrain.notifier.people.Role;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What alert rules would have made of what was. */
@Path("/api/v1/rules/backtest")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "rules")
@RunOnVirtualThread
@Needs(Role.RESPONDER)
public class BacktestResource {

  private final BacktestDesk desk;

  BacktestResource(BacktestDesk desk) {
    this.desk = desk;
  }

  /** Tries rules. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary =
          "What alert rules would have made of the signals that Kafka still has, and how that"
              + " differs from those in force; nothing is kept of it")
  public BacktestAnswer backtest(@Nullable BacktestRequest request) {
    return switch (desk.attempt(BacktestRequest.in(request))) {
      case BacktestDesk.Outcome.Done(var answer) -> answer;
      case BacktestDesk.Outcome.Refused(var why) ->
          throw ProblemException.badRequest(why, BacktestRequest.EXPECTED);
      case BacktestDesk.Outcome.Away(var why) -> throw ProblemException.unavailable(why);
    };
  }
}
