package io.stormdrain.notifier.console;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.stormdrain.notifier.api.RuleDesk;
import io.stormdrain.notifier.api.RuleEntry;
import io.stormdrain.notifier.api.RuleTrial;
import io.stormdrain.notifier.api.Words;
import io.stormdrain.notifier.people.Needs;
import io.stormdrain.notifier.people.Role;
import io.stormdrain.notifier.threshold.Rulebook;
import io.stormdrain.notifier.threshold.Stage;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** The page of alert rules. */
@Path("/rules")
@Needs(Role.VIEWER)
public class RulesConsole {

  private final Rulebook rules;
  private final RuleDesk desk;
  private final Printer printer;

  RulesConsole(Rulebook rules, RuleDesk desk, Printer printer) {
    this.rules = rules;
    this.desk = desk;
    this.printer = printer;
  }

  /** All of them, causes first. */
  @GET
  public Response rules(Request request) {
    RulesPage page = page("", null, null);
    return printer.live(request, page, frame -> Pages.rules(frame, page));
  }

  /** Holds text against them; nothing is kept of it. */
  @POST
  @Path("/test")
  @RunOnVirtualThread
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response test(@RestForm @Nullable String text) {
    String tried = Objects.requireNonNullElse(text, "");
    RulesPage page =
        switch (desk.attempt(tried)) {
          case RuleDesk.Outcome.Tried(var trial) -> page(tried, trial, null);
          case RuleDesk.Outcome.Refused(var why) -> page(tried, null, why + ".");
          case RuleDesk.Outcome.Away(var why) -> page(tried, null, why);
        };
    return printer.html(200, frame -> Pages.rules(frame, page)).build();
  }

  private RulesPage page(String text, @Nullable RuleTrial trial, @Nullable String fault) {
    return new RulesPage(
        Stream.of(Stage.values())
            .map(stage ->
                new RulesPage.Group(
                    Words.of(stage),
                    rules.inForce().all().stream()
                        .filter(rule -> rule.stage() == stage)
                        .map(RuleEntry::of)
                        .toList()))
            .filter(group -> !group.rules().isEmpty())
            .toList(),
        text,
        trial == null ? null : RulesPage.Trial.of(trial, text),
        fault);
  }
}
