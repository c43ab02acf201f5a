package io.stormdrain.ingest.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a sender is told, in the words of its protocol.
 *
 * @param type of the body, null when there is none
 * @param headers beside {@code Content-Type} and those that follow from the status
 */
record Reply(int status, @Nullable String type, byte[] body, Map<String, String> headers) {
  /** Seconds; Logplex ignores it, others wait. */
  private static final String RETRY_AFTER = "1";

  private static final String TEXT = "text/plain; charset=utf-8";
  private static final byte[] NOTHING = {};

  Reply {
    headers = Map.copyOf(headers);
  }

  static Reply empty(int status) {
    return new Reply(status, null, NOTHING, Map.of());
  }

  static Reply text(int status, String text) {
    return text.isEmpty() ? empty(status) : of(status, TEXT, text);
  }

  static Reply json(int status, String json) {
    return of(status, "application/json", json);
  }

  static Reply of(int status, String type, String body) {
    return new Reply(status, type, body.getBytes(UTF_8), Map.of());
  }

  Reply with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new Reply(status, type, body, more);
  }

  /** Writes everything but the body, which {@link #content} is. */
  void writeHead(HttpServerResponse response) {
    response.setStatusCode(status);
    if (status == 503 || status == 429) {
      response.putHeader("Retry-After", RETRY_AFTER);
    } else if (status == 401) {
      response.putHeader("WWW-Authenticate", "Basic realm=\"drain\"");
    } else if (status == 405) {
      response.putHeader("Allow", "GET, HEAD, POST");
    }
    if (type != null) {
      response.putHeader("Content-Type", type);
    }
    headers.forEach(response::putHeader);
  }

  Buffer content() {
    return Buffer.buffer(body);
  }
}
