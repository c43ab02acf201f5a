package io.stormdrain.analyzer.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What was wrong with a request (RFC 9457).
 *
 * @param title the status in words
 * @param detail what came
 * @param expected what would have been right; absent where there is nothing to say
 * @param instance the path that was asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    @Nullable String expected,
    String instance) {

  static final String MEDIA_TYPE = "application/problem+json";

  static Response response(
      Response.StatusType status, String detail, @Nullable String expected, String instance) {
    Problem problem =
        new Problem(
            "about:blank",
            status.getReasonPhrase(),
            status.getStatusCode(),
            detail,
            expected,
            instance);
    return Response.status(status).entity(problem).type(MEDIA_TYPE).build();
  }

  /** What it looks like, for the API's description. */
  static Schema schema() {
    return OASFactory.createSchema()
        .description("What was wrong with a request (RFC 9457)")
        .type(List.of(Schema.SchemaType.OBJECT))
        .addProperty("type", property("about:blank; the status says it all"))
        .addProperty("title", property("The status in words"))
        .addProperty("status", property("The status").type(List.of(Schema.SchemaType.INTEGER)))
        .addProperty("detail", property("What came"))
        .addProperty("expected", property("What would have been right, if that can be said"))
        .addProperty("instance", property("The path that was asked for"));
  }

  private static Schema property(String description) {
    return OASFactory.createSchema()
        .description(description)
        .type(List.of(Schema.SchemaType.STRING));
  }
}
