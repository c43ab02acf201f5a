package io.stormdrain.ingest.door;

import io.stormdrain.ingest.line.Trace;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * What a request says before its body, whatever the dialect.
 *
 * @param length of the body, or {@link Body#UNKNOWN}
 * @param asksFirst the sender waits to be told that it may send the body
 * @param trace the request's, or one begun for it
 */
record DrainHeaders(
    ContentEncoding encoding, long length, boolean asksFirst, @Nullable Trace trace) {

  static DrainHeaders of(HttpServerRequest request, double traceRatio) {
    return new DrainHeaders(
        ContentEncoding.of(request.getHeader("Content-Encoding")),
        Body.announced(request.getHeader("Content-Length")),
        "100-continue".equalsIgnoreCase(request.getHeader("Expect")),
        trace(request.getHeader("traceparent"), traceRatio));
  }

  private static @Nullable Trace trace(@Nullable String traceparent, double ratio) {
    Trace senders = Trace.of(traceparent);
    ThreadLocalRandom random = ThreadLocalRandom.current();
    boolean begin = senders == null && ratio > 0 && random.nextDouble() < ratio;
    return begin ? Trace.begin(random) : senders;
  }
}
