package io.stormdrain.notifier.api;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.stormdrain.notifier.people.Needs;
import io.stormdrain.notifier.people.Role;
import io.stormdrain.notifier.store.AppReader;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Apps that send their log. */
@Path("/api/v1/apps")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "apps", description = "Apps that were heard of, and what was counted of them")
@RunOnVirtualThread
@Needs(Role.VIEWER)
public class AppResource {

  private final AppReader apps;
  private final Sight sight;

  AppResource(AppReader apps, Sight sight) {
    this.apps = apps;
    this.sight = sight;
  }

  /** Apps, those heard of last first. */
  @GET
  @Operation(summary = "Apps that were heard of, the last first")
  public AppList list(@Parameter(description = Paging.LIMIT) @RestQuery @Nullable String limit) {
    int most = Paging.of(limit, null).limit();
    return QuarkusTransaction.requiringNew()
        .call(() -> {
          Set<String> among = sight.apps();
          return new AppList(
              apps.latest(among, most).stream().map(AppEntry::of).toList(), apps.count(among));
        });
  }
}
