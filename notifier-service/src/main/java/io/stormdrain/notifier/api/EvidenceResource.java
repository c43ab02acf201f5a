package io.stormdrain.notifier.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.stormdrain.notifier.line.Excerpt;
import io.stormdrain.notifier.people.Needs;
import io.stormdrain.notifier.people.Role;
import io.stormdrain.notifier.signal.Evidence;
import io.stormdrain.notifier.store.IncidentView;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The log around what an incident was seen by. */
@Path("/api/v1/incidents/{incident}/evidence/{partition}/{offset}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "incidents")
@RunOnVirtualThread
@Needs(Role.VIEWER)
public class EvidenceResource {

  private final Desk desk;
  private final Surroundings surroundings;

  EvidenceResource(Desk desk, Surroundings surroundings) {
    this.desk = desk;
    this.surroundings = surroundings;
  }

  /** The lines around one. */
  @GET
  @Operation(summary = "A line that an incident was seen by, with those of its app around it")
  @APIResponse(responseCode = "200", description = "As Kafka still has them")
  @APIResponse(responseCode = "410", description = "Kafka does not keep it any more")
  @APIResponse(responseCode = "503", description = "Kafka does not answer now")
  public LinesAround around(
      @Parameter(description = "INC-17, or the incident's id") @RestPath String incident,
      @Parameter(description = "Partition of topic log-lines that its evidence names") @RestPath
          int partition,
      @Parameter(description = "Offset that its evidence names") @RestPath long offset) {
    IncidentView view = desk.find(incident);
    Evidence line = surroundings.evidence(view, partition, offset);
    return switch (surroundings.around(view, line)) {
      case Excerpt.Shown shown -> LinesAround.of(shown);
      case Excerpt.Missing missing -> throw problem(missing.why());
    };
  }

  private static ProblemException problem(Excerpt.Why why) {
    String words = Surroundings.words(why);
    return switch (why) {
      case FORGOTTEN, REPLACED -> ProblemException.gone(words);
      case SILENT, BUSY -> ProblemException.unavailable(words);
    };
  }
}
