package io.stormdrain.ingest.door;

import io.stormdrain.ingest.line.Trace;
import io.stormdrain.ingest.source.Source;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/**
 * A request of a known source that has come whole.
 *
 * @param body as inflated
 * @param trace the request's, or one begun for it
 */
record Arrival(
    HttpServerRequest request, Source source, Body body, Desk desk, @Nullable Trace trace) {

  /** One of its headers. */
  @Nullable String header(String name) {
    return request.getHeader(name);
  }
}
