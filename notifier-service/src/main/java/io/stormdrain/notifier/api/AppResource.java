package io.stormdrain.notifier.api;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.stormdrain.notifier.people.Needs;
import io.stormdrain.notifier.people.Role;
import io.stormdrain.notifier.store.AppReader;
import io.stormdrain.notifier.store.AppView;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
  private final Paces paces;
  private final Sight sight;

  AppResource(AppReader apps, Paces paces, Sight sight) {
    this.apps = apps;
    this.paces = paces;
    this.sight = sight;
  }

  /** Apps by source. */
  @GET
  @Operation(summary = "Apps that were heard of, by source")
  public AppList list(
      @Parameter(description = Paging.LIMIT) @RestQuery @Nullable String limit,
      @Parameter(description = Paging.CURSOR) @RestQuery @Nullable String cursor) {
    Paging paging = Paging.of(limit, null);
    String after = Objects.requireNonNullElse(cursor, "");
    return QuarkusTransaction.requiringNew()
        .call(() -> {
          Set<String> among = sight.apps();
          List<AppView> found = apps.after(among, after, paging.oneMore());
          List<AppView> shown = paging.shown(found);
          Map<String, Double> pace = paces.of(shown);
          return new AppList(
              shown.stream()
                  .map(app -> AppEntry.of(app, pace.getOrDefault(app.source(), 0.0)))
                  .toList(),
              apps.count(among),
              found.size() > shown.size() ? shown.getLast().source() : null);
        });
  }
}
