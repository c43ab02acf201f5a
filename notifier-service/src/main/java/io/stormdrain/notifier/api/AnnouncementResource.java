package io.stormdrain.notifier.api;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.stormdrain.notifier.announcement.Announcements;
import io.stormdrain.notifier.people.Needs;
import io.stormdrain.notifier.people.Role;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Releases that receivers were told of. */
@Path("/api/v1/announcements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "deliveries", description = "Who was told what, when, and how that went")
@RunOnVirtualThread
@Needs(Role.VIEWER)
public class AnnouncementResource {

  private static final int MOST = 200;

  private final Announcements announcements;
  private final Sight sight;

  AnnouncementResource(Announcements announcements, Sight sight) {
    this.announcements = announcements;
    this.sight = sight;
  }

  /** Announcements, the latest first. */
  @GET
  @Operation(summary = "The last 200 releases that receivers were told of beside incidents")
  public List<AnnouncementEntry> list() {
    return QuarkusTransaction.requiringNew()
        .call(() -> announcements.latest(sight.apps(), MOST))
        .stream()
        .map(AnnouncementEntry::of)
        .toList();
  }
}
