package io.stormdrain.ingest.door;

import io.stormdrain.ingest.door.Dialect.Reading;
import io.stormdrain.ingest.line.FrameId;
import io.stormdrain.ingest.line.MessageLines;
import io.stormdrain.ingest.line.Trace;
import io.stormdrain.ingest.message.Messages;
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

  /** Messages of its body, whose sender has no name for it. */
  Reading told(Messages messages, String dialect) {
    MessageLines lines =
        new MessageLines(
            messages,
            desk.voicesOf(source, dialect),
            FrameId.ofContent(body.bytes(), body.length()),
            trace,
            desk.millis());
    return new Reading.Told(lines, messages.tally());
  }

  /** One of its headers. */
  @Nullable String header(String name) {
    return request.getHeader(name);
  }
}
