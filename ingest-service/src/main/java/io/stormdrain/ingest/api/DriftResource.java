package io.stormdrain.ingest.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether the file of sources says what the registry holds. */
@Path("/api/v1/drift")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "sources")
public class DriftResource {
  private final SourceDesk desk;

  DriftResource(SourceDesk desk) {
    this.desk = desk;
  }

  /** Differences, by source. */
  @GET
  @Operation(summary = "What the file of sources says and the registry does not, and the reverse")
  public List<DriftEntry> drift() {
    return desk.drift().stream().map(DriftEntry::of).toList();
  }
}
