package io.stormdrain.ingest.door;

import io.stormdrain.ingest.json.JsonMessages;
import io.stormdrain.ingest.message.Tally;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** Datadog's intake, which DigitalOcean and others can be pointed at. Its senders want a 202. */
final class DatadogDialect implements Dialect {
  @Override
  public Reading read(Arrival arrival) {
    Body body = arrival.body();
    return arrival.told(new JsonMessages(body.bytes(), body.length()), JsonDialect.WORD);
  }

  @Override
  public Reply reply(Answer answer, HttpServerRequest request, @Nullable Tally tally) {
    return answer == Answer.PUBLISHED ? Reply.json(202, "{}") : Plain.reply(answer);
  }
}
