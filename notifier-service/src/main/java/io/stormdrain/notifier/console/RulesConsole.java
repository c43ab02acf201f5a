package io.stormdrain.notifier.console;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.stormdrain.notifier.api.RuleDesk;
import io.stormdrain.notifier.people.Needs;
import io.stormdrain.notifier.people.Role;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** The page of alert rules. */
@Path("/rules")
@RunOnVirtualThread
@Needs(Role.VIEWER)
public class RulesConsole {

  private final RuleDesk desk;
  private final RulesPages pages;
  private final Printer printer;

  RulesConsole(RuleDesk desk, RulesPages pages, Printer printer) {
    this.desk = desk;
    this.pages = pages;
    this.printer = printer;
  }

  /** All of them, causes first. */
  @GET
  public Response rules(Request request) {
    RulesPage page = pages.read("", null, null);
    return printer.live(request, page, frame -> Pages.rules(frame, page));
  }

  /** Holds text against them; nothing is kept of it. */
  @POST
  @Path("/test")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response test(@RestForm @Nullable String text) {
    String tried = Objects.requireNonNullElse(text, "");
    RulesPage page =
        switch (desk.attempt(tried)) {
          case RuleDesk.Outcome.Tried(var trial) -> pages.read(tried, trial, null);
          case RuleDesk.Outcome.Refused(var why) -> pages.read(tried, null, why + ".");
          case RuleDesk.Outcome.Away(var why) -> pages.read(tried, null, why);
        };
    return printer.html(200, frame -> Pages.rules(frame, page)).build();
  }
}
