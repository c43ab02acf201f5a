package io.stormdrain.notifier.console;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.stormdrain.notifier.api.Words;
import io.stormdrain.notifier.delivery.DeliveryState;
import io.stormdrain.notifier.people.Needs;
import io.stormdrain.notifier.people.Role;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Pages that are only looked at. */
@Path("/")
@RunOnVirtualThread
@Needs(Role.VIEWER)
public class ConsoleResource {

  private final NowPages now;
  private final Ledgers ledgers;
  private final Abouts abouts;
  private final Printer printer;
  private final InstantSource clock;

  ConsoleResource(
      NowPages now, Ledgers ledgers, Abouts abouts, Printer printer, InstantSource clock) {
    this.now = now;
    this.ledgers = ledgers;
    this.abouts = abouts;
    this.printer = printer;
    this.clock = clock;
  }

  /** What is wrong now. */
  @GET
  public Response now(Request request) {
    NowPage page = now.read(clock.instant());
    return printer.live(request, page, frame -> Pages.now(frame, page));
  }

  /** Who was told what. */
  @GET
  @Path("/deliveries")
  public Response deliveries(
      Request request, @RestQuery @Nullable String state, @RestQuery @Nullable String before) {
    DeliveryState wanted =
        state == null || state.isEmpty()
            ? null
            : Words.read("state", List.of(state), DeliveryState.class).iterator().next();
    Ledger ledger = ledgers.read(wanted, Older.than(before));
    return printer.live(request, ledger, frame -> Pages.deliveries(frame, ledger));
  }

  /** How the service is. */
  @GET
  @Path("/about")
  public Response about(Request request) {
    About about = abouts.read();
    return printer.live(request, about, frame -> Pages.about(frame, about));
  }
}
