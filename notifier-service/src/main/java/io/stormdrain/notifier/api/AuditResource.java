package io.stormdrain.notifier.api;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.stormdrain.notifier.people.Audit;
import io.stormdrain.notifier.people.AuditEntry;
import io.stormdrain.notifier.people.Needs;
import io.stormdrain.notifier.people.Role;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The audit log. */
@Path("/api/v1/audit")
@Tag(name = "people")
@RunOnVirtualThread
@Needs(Role.ADMIN)
public class AuditResource {

  private final Audit audit;
  private final AuditExport export;

  AuditResource(Audit audit, AuditExport export) {
    this.audit = audit;
    this.export = export;
  }

  /** What was done, the latest first. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "What people and programs did, the latest first")
  public AuditPage list(
      @Parameter(description = Paging.LIMIT) @RestQuery @Nullable String limit,
      @Parameter(description = Paging.CURSOR) @RestQuery @Nullable String cursor) {
    Paging paging = Paging.of(limit, cursor);
    List<AuditEntry> found =
        QuarkusTransaction.requiringNew()
            .call(() -> audit.latest(paging.before(), paging.oneMore()));
    return new AuditPage(
        paging.shown(found).stream().map(AuditItem::of).toList(),
        paging.next(found, AuditEntry::id));
  }

  /** All of it. */
  @GET
  @Path("/export")
  @Produces(AuditExport.LINES)
  @Operation(summary = "All that was done, the earliest first, one JSON object a line")
  public StreamingOutput export() {
    return export.all();
  }
}
