package io.stormdrain.ingest.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.StatusType;

/**
 * Why a request was not done (RFC 9457).
 *
 * @param title the status in words
 * @param detail what came, and what would have been right
 * @param instance the path that was asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(String type, String title, int status, String detail, String instance) {

  private static final String MEDIA_TYPE = "application/problem+json";

  static Response response(StatusType status, String detail, String instance) {
    Problem problem =
        new Problem(
            "about:blank", status.getReasonPhrase(), status.getStatusCode(), detail, instance);
    return Response.status(status).entity(problem).type(MEDIA_TYPE).build();
  }
}
