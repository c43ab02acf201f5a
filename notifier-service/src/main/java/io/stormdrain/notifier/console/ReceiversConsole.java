package io.stormdrain.notifier.console;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.stormdrain.notifier.api.PingAnswer;
import io.stormdrain.notifier.api.ReceiverDesk;
import io.stormdrain.notifier.api.ReceiverEntry;
import io.stormdrain.notifier.api.RehearsalAnswer;
import io.stormdrain.notifier.api.RehearsalDesk;
import io.stormdrain.notifier.message.InWords;
import io.stormdrain.notifier.people.Needs;
import io.stormdrain.notifier.people.Role;
import io.stormdrain.notifier.threshold.Severity;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Who can be told, how they are, and who would be told of what. */
@Path("/receivers")
@RunOnVirtualThread
@Needs(Role.VIEWER)
public class ReceiversConsole {

  private static final ReceiversPage.Question NOTHING =
      new ReceiversPage.Question("", Severity.HIGH.word(), "", "", "");

  private final ReceiverDesk desk;
  private final RehearsalDesk rehearsal;
  private final Printer printer;

  ReceiversConsole(ReceiverDesk desk, RehearsalDesk rehearsal, Printer printer) {
    this.desk = desk;
    this.rehearsal = rehearsal;
    this.printer = printer;
  }

  /** All of them; with an app, who would be told of an incident of it. */
  @GET
  public Response receivers(
      @RestQuery @Nullable String app,
      @RestQuery @Nullable String severity,
      @RestQuery("class") @Nullable String type,
      @RestQuery @Nullable String environment,
      @RestQuery @Nullable String at) {
    if (app == null || app.isEmpty()) {
      return page(NOTHING, null, null);
    }
    RehearsalAnswer answer =
        rehearsal.answer(new RehearsalDesk.Asked(app, severity, type, environment, null, null, at));
    return page(
        new ReceiversPage.Question(
            app,
            Objects.requireNonNullElse(severity, Severity.HIGH.word()),
            Objects.requireNonNullElse(type, ""),
            Objects.requireNonNullElse(environment, ""),
            Objects.requireNonNullElse(at, "")),
        null,
        new ReceiversPage.Told(
            new Moment(answer.at()),
            answer.team(),
            answer.receivers().stream().map(ReceiversConsole::line).toList()));
  }

  /** One is told of a test. */
  @POST
  @Path("/{receiver}/ping")
  @Needs(Role.RESPONDER)
  public Response ping(@RestPath String receiver) {
    return page(NOTHING, desk.ping(receiver), null);
  }

  private Response page(
      ReceiversPage.Question asked,
      @Nullable PingAnswer tested,
      ReceiversPage.@Nullable Told told) {
    ReceiversPage page =
        new ReceiversPage(
            desk.list().receivers().stream().map(ReceiversConsole::row).toList(),
            Stream.of(Severity.values())
                .sorted(Comparator.reverseOrder())
                .filter(severity -> severity != Severity.INFO)
                .map(Severity::word)
                .toList(),
            tested,
            asked,
            told);
    return printer.html(200, frame -> Pages.receivers(frame, page)).build();
  }

  private static ReceiversPage.Row row(ReceiverEntry receiver) {
    return new ReceiversPage.Row(
        receiver, Moment.of(receiver.since()), Moment.of(receiver.closedUntil()));
  }

  private static ReceiversPage.Line line(RehearsalAnswer.Line line) {
    return new ReceiversPage.Line(
        line.receiver(),
        line.decision().replace('-', ' '),
        Moment.of(line.toldAt()),
        line.held(),
        line.route(),
        line.repeat() == null ? null : InWords.duration(Duration.ofSeconds(line.repeat())),
        line.escalations());
  }
}
