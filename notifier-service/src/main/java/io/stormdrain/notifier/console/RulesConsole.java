package io.stormdrain.notifier.console;

import io.stormdrain.notifier.api.RuleEntry;
import io.stormdrain.notifier.api.Words;
import io.stormdrain.notifier.people.Needs;
import io.stormdrain.notifier.people.Role;
import io.stormdrain.notifier.threshold.Rulebook;
import io.stormdrain.notifier.threshold.Stage;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.stream.Stream;

/** The page of alert rules. */
@Path("/rules")
@Needs(Role.VIEWER)
public class RulesConsole {

  private final Rulebook rules;
  private final Printer printer;

  RulesConsole(Rulebook rules, Printer printer) {
    this.rules = rules;
    this.printer = printer;
  }

  /** All of them, causes first. */
  @GET
  public Response rules(Request request) {
    RulesPage page =
        new RulesPage(
            Stream.of(Stage.values())
                .map(stage ->
                    new RulesPage.Group(
                        Words.of(stage),
                        rules.inForce().all().stream()
                            .filter(rule -> rule.stage() == stage)
                            .map(RuleEntry::of)
                            .toList()))
                .filter(group -> !group.rules().isEmpty())
                .toList());
    return printer.live(request, page, frame -> Pages.rules(frame, page));
  }
}
