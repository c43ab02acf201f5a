package io.stormdrain.notifier.console;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.stormdrain.notifier.api.BacktestDesk;
import io.stormdrain.notifier.api.BacktestRequest;
import io.stormdrain.notifier.people.Needs;
import io.stormdrain.notifier.people.Role;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Where rules are tried on what was, before they are put in force. */
@Path("/rules/backtest")
@RunOnVirtualThread
@Needs(Role.VIEWER)
public class BacktestConsole {

  private static final String USUAL = "24h";

  private final BacktestDesk desk;
  private final Printer printer;

  BacktestConsole(BacktestDesk desk, Printer printer) {
    this.desk = desk;
    this.printer = printer;
  }

  /** The form; it may come with a rule to be changed. */
  @GET
  public Response form(@RestQuery @Nullable String rule) {
    String rules = rule == null ? "" : desk.written(rule);
    return page(new BacktestPage(new BacktestPage.Form(rules, "", USUAL, ""), null, null));
  }

  /** Tries rules; nothing is kept of it. */
  @POST
  @Needs(Role.RESPONDER)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response attempt(
      @RestForm @Nullable String rules,
      @RestForm @Nullable String app,
      @RestForm @Nullable String from,
      @RestForm @Nullable String until) {
    BacktestPage.Form form =
        new BacktestPage.Form(said(rules), said(app).strip(), said(from).strip(), said(until));
    BacktestRequest asked =
        new BacktestRequest(form.rules(), form.app(), or(form.from(), USUAL), form.until());
    return page(
        switch (desk.attempt(asked)) {
          case BacktestDesk.Outcome.Done(var answer) ->
              new BacktestPage(form, BacktestPage.Result.of(answer), null);
          case BacktestDesk.Outcome.Refused(var why) -> new BacktestPage(form, null, why + ".");
          case BacktestDesk.Outcome.Away(var why) -> new BacktestPage(form, null, why);
        });
  }

  private Response page(BacktestPage page) {
    return printer.html(200, frame -> Pages.backtest(frame, page)).build();
  }

  private static String said(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }

  private static String or(String said, String otherwise) {
    return said.isEmpty() ? otherwise : said;
  }
}
