package io.stormdrain.ingest.door;

import io.stormdrain.ingest.json.LokiJson;
import io.stormdrain.ingest.json.LokiProtobuf;
import io.stormdrain.ingest.message.Tally;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** Pushes to Loki, of its agents and of what can speak as they do. They want a 204. */
final class LokiDialect implements Dialect {
  static final String WORD = "loki";

  private final int mostInflated;

  /**
   * As any body, one in Snappy has a size that it may be of.
   *
   * @param mostInflated in bytes
   */
  LokiDialect(int mostInflated) {
    this.mostInflated = mostInflated;
  }

  @Override
  public Reading read(Arrival arrival) {
    Body body = arrival.body();
    String type = arrival.header("Content-Type");
    boolean json = type != null && type.contains("json");
    return arrival.told(
        json || isText(body)
            ? new LokiJson(body.bytes(), body.length())
            : new LokiProtobuf(body.bytes(), body.length(), mostInflated),
        WORD);
  }

  /** A push in Snappy of just this size would have no room for its fields. */
  private static boolean isText(Body body) {
    return body.length() > 1 && body.bytes()[0] == '{' && body.bytes()[1] == '"';
  }

  @Override
  public Reply reply(Answer answer, HttpServerRequest request, @Nullable Tally tally) {
    return answer == Answer.PUBLISHED ? Reply.empty(204) : Plain.reply(answer);
  }
}
