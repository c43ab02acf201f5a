package io.stormdrain.notifier.api;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.stormdrain.notifier.delivery.DeliveryReader;
import io.stormdrain.notifier.incident.IncidentState;
import io.stormdrain.notifier.message.Message;
import io.stormdrain.notifier.people.Needs;
import io.stormdrain.notifier.people.Role;
import io.stormdrain.notifier.store.IncidentFilter;
import io.stormdrain.notifier.store.IncidentReader;
import io.stormdrain.notifier.store.IncidentView;
import io.stormdrain.notifier.store.Members;
import io.stormdrain.notifier.store.NumberedIncident;
import io.stormdrain.notifier.threshold.Severity;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Incidents, one by one and in lists. */
@Path("/api/v1/incidents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "incidents", description = "What is or was in trouble, and who looks after it")
@RunOnVirtualThread
@Needs(Role.VIEWER)
public class IncidentResource {

  private static final String NAMED = "INC-17, or the incident's id";

  private final IncidentReader reader;
  private final Sight sight;
  private final DeliveryReader deliveries;
  private final Desk desk;
  private final Members members;

  IncidentResource(
      IncidentReader reader, Sight sight, DeliveryReader deliveries, Desk desk, Members members) {
    this.members = members;
    this.reader = reader;
    this.sight = sight;
    this.deliveries = deliveries;
    this.desk = desk;
  }

  /** Incidents, the latest first. */
  @GET
  @Operation(summary = "Incidents, the latest first; filters may be given several times")
  public IncidentPage list(
      @Parameter(description = "open, acknowledged, recovering or resolved") @RestQuery
          List<String> state,
      @Parameter(description = "critical, high, medium, low or info") @RestQuery
          List<String> severity,
      @Parameter(description = "The app as its owner calls it") @RestQuery @Nullable String app,
      @Parameter(description = Paging.LIMIT) @RestQuery @Nullable String limit,
      @Parameter(description = Paging.CURSOR) @RestQuery @Nullable String cursor) {
    Paging paging = Paging.of(limit, cursor);
    Set<IncidentState> states = Words.read("state", state, IncidentState.class);
    Set<Severity> severities = Words.read("severity", severity, Severity.class);
    List<NumberedIncident> found =
        QuarkusTransaction.requiringNew()
            .call(() ->
                reader.list(
                    new IncidentFilter(states, severities, app, paging.before(), sight.apps()),
                    paging.oneMore()));
    return new IncidentPage(
        paging.shown(found).stream().map(IncidentSummary::of).toList(),
        paging.next(found, NumberedIncident::number));
  }

  /** One incident. */
  @GET
  @Path("/{incident}")
  @Operation(summary = "All there is to say about an incident, named INC-17 or by its id")
  public IncidentDetail one(@Parameter(description = NAMED) @RestPath String incident) {
    return detail(desk.find(incident));
  }

  /** Somebody looks after it. */
  @POST
  @Needs(Role.RESPONDER)
  @Path("/{incident}/acknowledge")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Say that somebody looks after an incident; doing so twice changes nothing")
  public IncidentDetail acknowledge(
      @Parameter(description = NAMED) @RestPath String incident,
      @Nullable Acknowledgement acknowledgement) {
    return detail(desk.acknowledge(incident, Acknowledgement.nameIn(acknowledgement)));
  }

  /** Somebody says that it is over. */
  @POST
  @Needs(Role.RESPONDER)
  @Path("/{incident}/resolve")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Say that an incident is over; if it is fixed, its return will be a regression")
  public IncidentDetail resolve(
      @Parameter(description = NAMED) @RestPath String incident, @Nullable Resolution resolution) {
    return detail(desk.resolve(incident, Resolution.in(resolution)));
  }

  /** Somebody has something to say about it. */
  @POST
  @Needs(Role.RESPONDER)
  @Path("/{incident}/notes")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Add a note to an incident")
  public IncidentDetail note(
      @Parameter(description = NAMED) @RestPath String incident, @Nullable Remark remark) {
    Remark said = Remark.in(remark);
    return detail(desk.note(incident, said.who(), said.what()));
  }

  private IncidentDetail detail(IncidentView view) {
    return IncidentDetail.of(
        view,
        QuarkusTransaction.requiringNew()
            .call(() -> members.kin(view.incident().id(), IncidentDetail.MOST_MEMBERS)));
  }

  /** Who was told of it. */
  @GET
  @Path("/{incident}/deliveries")
  @Operation(summary = "Who was told of an incident, and how that went")
  public DeliveryPage deliveries(@Parameter(description = NAMED) @RestPath String incident) {
    IncidentView view = desk.find(incident);
    String label = Message.label(view.number());
    return new DeliveryPage(
        QuarkusTransaction.requiringNew()
            .call(() -> deliveries.ofIncident(view.incident().id()))
            .stream()
            .map(delivery -> DeliveryEntry.of(delivery, label))
            .toList(),
        null);
  }
}
