package io.stormdrain.notifier.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.stormdrain.notifier.line.Search;
import io.stormdrain.notifier.people.Needs;
import io.stormdrain.notifier.people.Role;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Log lines of an app. */
@Path("/api/v1/apps/{app}/lines")
@Produces(LineResource.LINES)
@Tag(name = "apps")
@RunOnVirtualThread
@Needs(Role.VIEWER)
public class LineResource {

  static final String LINES = "application/x-ndjson";

  private final LineSearch search;
  private final ObjectMapper json;

  LineResource(LineSearch search, ObjectMapper json) {
    this.search = search;
    this.json = json;
  }

  /** Lines as they are found, and how far it looked. */
  @GET
  @Operation(
      summary =
          "Lines of an app that Kafka still has, the earliest first, each as it is found; the last"
              + " says how far was looked. Whoever hangs up ends the search.")
  @APIResponse(
      responseCode = "200",
      description = "One JSON object a line: log lines, and at the end what was looked at",
      content =
          @Content(
              mediaType = LINES,
              schema = @Schema(oneOf = {LineEntry.class, LookedEntry.class})))
  public StreamingOutput list(
      @Parameter(description = "The app as its source calls it") @RestPath String app,
      @Parameter(description = "Which of several apps of that name; the first if left out")
          @RestQuery
          @Nullable String environment,
      @Parameter(description = "From when on: 15m, 2h or ISO 8601; 15m if left out") @RestQuery
          @Nullable String from,
      @Parameter(description = "Until when, likewise; now if left out") @RestQuery
          @Nullable String until,
      @Parameter(description = "What is in them, in capital or small letters") @RestQuery
          @Nullable String text,
      @Parameter(description = Paging.LIMIT) @RestQuery @Nullable String limit,
      @Parameter(description = "Value of next of the search before") @RestQuery
          @Nullable String cursor) {
    Search wanted =
        search.read(
            new LineSearch.Asked(app, environment, from, until, text, cursor),
            Paging.of(limit, null).limit());
    return out -> new LineWriter(json, out).write(search, wanted);
  }
}
