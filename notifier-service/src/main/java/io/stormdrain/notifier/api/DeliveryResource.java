package io.stormdrain.notifier.api;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.stormdrain.notifier.delivery.DeliveryReader;
import io.stormdrain.notifier.delivery.DeliveryState;
import io.stormdrain.notifier.delivery.DeliveryView;
import io.stormdrain.notifier.delivery.Replay;
import io.stormdrain.notifier.message.Message;
import io.stormdrain.notifier.people.Audit;
import io.stormdrain.notifier.people.Deed;
import io.stormdrain.notifier.people.Needs;
import io.stormdrain.notifier.people.Role;
import io.stormdrain.notifier.store.IncidentReader;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Deliveries of all incidents. */
@Path("/api/v1/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "deliveries", description = "Who was told what, when, and how that went")
@RunOnVirtualThread
@Needs(Role.VIEWER)
public class DeliveryResource {

  private static final String STATES =
      "pending, claimed, retry, unknown, sent, superseded, suppressed or dead";
  private static final String NUMBER = "Number of the delivery";

  private final DeliveryReader deliveries;
  private final Replay replay;
  private final IncidentFinder finder;
  private final IncidentReader incidents;
  private final Audit audit;
  private final Sight sight;

  DeliveryResource(
      DeliveryReader deliveries,
      Replay replay,
      IncidentFinder finder,
      IncidentReader incidents,
      Audit audit,
      Sight sight) {
    this.deliveries = deliveries;
    this.replay = replay;
    this.finder = finder;
    this.incidents = incidents;
    this.audit = audit;
    this.sight = sight;
  }

  /** Deliveries, the latest first. */
  @GET
  @Operation(summary = "Deliveries, the latest first; with state=dead those that reached nobody")
  public DeliveryPage list(
      @Parameter(description = "Only those in this state: " + STATES) @RestQuery
          @Nullable String state,
      @Parameter(description = Paging.LIMIT) @RestQuery @Nullable String limit,
      @Parameter(description = Paging.CURSOR) @RestQuery @Nullable String cursor) {
    Paging paging = Paging.of(limit, cursor);
    DeliveryState wanted =
        state == null
            ? null
            : Words.read("state", List.of(state), DeliveryState.class).iterator().next();
    return QuarkusTransaction.requiringNew().call(() -> page(wanted, paging));
  }

  /** One of them. */
  @GET
  @Path("/{delivery}")
  @Operation(summary = "One delivery")
  public DeliveryEntry one(@Parameter(description = NUMBER) @RestPath long delivery) {
    return QuarkusTransaction.requiringNew()
        .call(() -> deliveries.one(delivery))
        .flatMap(view ->
            finder
                .seen(view.incident())
                .map(incident -> DeliveryEntry.of(view, Message.label(incident.number()))))
        .orElseThrow(() -> missing(delivery));
  }

  /** One that is dead is tried again. */
  @POST
  @Needs(Role.RESPONDER)
  @Path("/{delivery}/replay")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Have a dead delivery tried again; it tells how the incident stands by then")
  public DeliveryEntry replay(
      @Parameter(description = NUMBER) @RestPath long delivery, @Nullable Acknowledgement who) {
    String by = Acknowledgement.nameIn(who);
    String incident = one(delivery).incident();
    return switch (QuarkusTransaction.requiringNew().call(() -> replay(delivery, incident, by))) {
      case REPLAYED -> one(delivery);
      case NOT_DEAD -> throw ProblemException.conflict("delivery " + delivery + " is not dead");
      case UNKNOWN -> throw missing(delivery);
    };
  }

  private Replay.Result replay(long delivery, String incident, String by) {
    Replay.Result result = replay.replay(delivery, by);
    if (result == Replay.Result.REPLAYED) {
      audit.note(Deed.DELIVERY_REPLAYED, incident, "delivery %d, as %s".formatted(delivery, by));
    }
    return result;
  }

  private static ProblemException missing(long delivery) {
    return ProblemException.notFound("there is no delivery " + delivery, NUMBER);
  }

  private DeliveryPage page(@Nullable DeliveryState state, Paging paging) {
    List<DeliveryView> found =
        deliveries.latest(state, paging.before(), sight.apps(), paging.oneMore());
    Map<UUID, Long> numbers =
        incidents.numbers(found.stream().map(DeliveryView::incident).collect(Collectors.toSet()));
    return new DeliveryPage(
        paging.shown(found).stream()
            .map(view -> DeliveryEntry.of(view, label(numbers, view)))
            .toList(),
        paging.next(found, DeliveryView::id));
  }

  private static String label(Map<UUID, Long> numbers, DeliveryView view) {
    return Message.label(Objects.requireNonNull(numbers.get(view.incident())));
  }
}
