package io.stormdrain.ingest.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Who may send. */
@Path("/api/v1/sources")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "sources", description = "Who may send; for whoever shows the admin token")
@RunOnVirtualThread
public class SourceResource {
  private static final int USUAL = 100;
  private static final int MOST = 1_000;
  private static final String KEEP = "P7D";

  private final SourceDesk desk;

  SourceResource(SourceDesk desk) {
    this.desk = desk;
  }

  /** Sources, by id. */
  @GET
  @Operation(summary = "Sources, by id: those of the file and those of the registry")
  public SourcePage list(
      @Parameter(description = "Entries at most: 1 to 1000, else 100") @RestQuery
          @Nullable Integer limit,
      @Parameter(description = "Value of next of the page before") @RestQuery
          @Nullable String cursor) {
    int most = limit == null ? USUAL : limit;
    if (most < 1 || most > MOST) {
      throw new BadRequestException("limit is %d: 1 to %d".formatted(most, MOST));
    }
    SortedMap<String, SourceEntry> all = desk.all();
    // The next id after one is that with the smallest character behind it.
    SortedMap<String, SourceEntry> rest = cursor == null ? all : all.tailMap(cursor + '\0');
    List<SourceEntry> shown = rest.values().stream().limit(most).toList();
    return new SourcePage(shown, desk.registry(), rest.size() > most ? shown.getLast().id() : null);
  }

  /** One source. */
  @GET
  @Path("/{id}")
  @Operation(summary = "A source")
  public SourceEntry one(@RestPath String id) {
    SourceEntry entry = desk.all().get(id);
    if (entry == null) {
      throw new NotFoundException();
    }
    return entry;
  }

  /** Adds one. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @ResponseStatus(201)
  @Operation(summary = "Add a source to the registry; its token is shown this once")
  public NewToken add(@Nullable SourceRequest request, @Context HttpServerRequest from) {
    return desk.add(SourceRequest.in(request), origin(from));
  }

  /** A new token. */
  @POST
  @Path("/{id}/tokens")
  @ResponseStatus(201)
  @Operation(summary = "Give a source a new token; the one before stays valid for a while")
  public NewToken rotate(
      @RestPath String id,
      @Parameter(description = "For how long, P7D or PT1H; else P7D") @RestQuery
          @Nullable String keep,
      @Context HttpServerRequest from) {
    return desk.rotate(id, duration(keep == null ? KEEP : keep), origin(from));
  }

  /** The newest token only. */
  @DELETE
  @Path("/{id}/tokens/before")
  @Operation(summary = "Take back all tokens of a source but the newest")
  public void settle(@RestPath String id, @Context HttpServerRequest from) {
    desk.settle(id, origin(from));
  }

  /** Takes one away. */
  @DELETE
  @Path("/{id}")
  @Operation(summary = "Take a source away: what it sends is refused from then on")
  public void remove(@RestPath String id, @Context HttpServerRequest from) {
    desk.remove(id, origin(from));
  }

  private static Duration duration(String text) {
    try {
      // Duration reads days, too.
      return Duration.parse(text);
    } catch (DateTimeException e) {
      throw new BadRequestException("keep is no duration such as P7D or PT1H");
    }
  }

  private static String origin(HttpServerRequest from) {
    return from.remoteAddress().hostAddress();
  }
}
