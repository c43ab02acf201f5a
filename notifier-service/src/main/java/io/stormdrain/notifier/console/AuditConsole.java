package io.stormdrain.notifier.console;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.stormdrain.notifier.api.AuditExport;
import io.stormdrain.notifier.api.Words;
import io.stormdrain.notifier.message.LogText;
import io.stormdrain.notifier.people.Audit;
import io.stormdrain.notifier.people.AuditEntry;
import io.stormdrain.notifier.people.Needs;
import io.stormdrain.notifier.people.Role;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The page of the audit log. */
@Path("/audit")
@RunOnVirtualThread
@Needs(Role.ADMIN)
public class AuditConsole {

  private static final int SHOWN = 100;

  private final Audit audit;
  private final AuditExport export;
  private final Printer printer;

  AuditConsole(Audit audit, AuditExport export, Printer printer) {
    this.audit = audit;
    this.export = export;
    this.printer = printer;
  }

  /** What was done, the latest first. */
  @GET
  public Response audit(Request request, @RestQuery @Nullable String before) {
    List<AuditEntry> found =
        QuarkusTransaction.requiringNew().call(() -> audit.latest(Older.than(before), SHOWN + 1));
    List<AuditEntry> shown = found.subList(0, Math.min(SHOWN, found.size()));
    AuditList list =
        new AuditList(
            shown.stream().map(AuditConsole::row).toList(),
            found.size() > SHOWN ? shown.getLast().id() : null);
    return printer.live(request, list, frame -> Pages.audit(frame, list));
  }

  /** All of it, to be kept elsewhere. */
  @GET
  @Path("/export")
  @Produces(AuditExport.LINES)
  public Response export() {
    return Response.ok(export.all(), AuditExport.LINES)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.ndjson\"")
        .build();
  }

  private static AuditList.Row row(AuditEntry entry) {
    return new AuditList.Row(
        new Moment(entry.at()),
        Shown.name(entry.who()),
        Words.of(entry.means()),
        entry.what().words(),
        Shown.name(entry.about()),
        LogText.line(entry.detail()));
  }
}
