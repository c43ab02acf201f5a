package io.stormdrain.notifier.outgoing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;

/** Takes so many bytes of a body and hangs up on the rest. */
final class BoundedBody {

  private BoundedBody() {}

  static Future<String> of(HttpClientResponse response, int most) {
    Promise<String> body = Promise.promise();
    Buffer taken = Buffer.buffer();
    response.exceptionHandler(body::tryFail);
    response.endHandler(end -> body.tryComplete(taken.toString(UTF_8)));
    response.handler(part -> {
      taken.appendBuffer(part, 0, Math.min(part.length(), most - taken.length()));
      if (taken.length() == most && body.tryComplete(taken.toString(UTF_8))) {
        response.request().connection().close();
      }
    });
    return body.future();
  }
}
