package io.stormdrain.ingest.door;

import io.stormdrain.ingest.line.FrameId;
import io.stormdrain.ingest.line.HerokuLines;
import io.stormdrain.ingest.logplex.FrameHeaders;
import io.stormdrain.ingest.logplex.LogplexLines;
import io.stormdrain.ingest.message.Tally;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/**
 * Logplex and its kin. To Logplex a status means: 2xx done, 503 send again at once and at most
 * three times, any 4xx throw away. So nothing that a known source sends gets a 4xx for what it
 * says.
 */
final class LogplexDialect implements Dialect {
  static final String WORD = "logplex";

  private final DoorLog log;

  LogplexDialect(DoorLog log) {
    this.log = log;
  }

  @Override
  public Reading read(Arrival arrival) {
    FrameHeaders headers =
        FrameHeaders.of(
            arrival.header("User-Agent"),
            arrival.header("Logplex-Drain-Token"),
            arrival.header("Logplex-Msg-Count"),
            arrival.header("Logplex-Lost-Count"),
            arrival.header("Logplex-Drop-Count"));
    log.drain(arrival.source().id(), headers.drainToken());
    Body body = arrival.body();
    LogplexLines lines = new LogplexLines(body.bytes(), body.length(), headers);
    HerokuLines records =
        new HerokuLines(
            lines,
            body.bytes(),
            arrival.desk().speakersOf(arrival.source()),
            FrameId.of(arrival.header("Logplex-Frame-Id"), arrival.header("X-Request-Id")),
            arrival.trace(),
            arrival.desk().millis());
    return new Reading.Told(records, lines.counts());
  }

  @Override
  public Answer accepted(Body body, Tally tally) {
    return Answer.PUBLISHED;
  }

  @Override
  public Reply reply(Answer answer, HttpServerRequest request, @Nullable Tally tally) {
    return switch (answer) {
      case PUBLISHED, CUT, UNDECODABLE, REPEATED, STALE, ABANDONED -> Reply.empty(204);
      case KAFKA_SILENT,
          KAFKA_REFUSES,
          OVERLOADED,
          CROWDED,
          QUOTA,
          SLOW_BODY,
          ENCODING,
          SIGNATURE,
          UNREAD_SOURCES,
          METHOD ->
          Plain.reply(answer);
      case NO_TOKEN ->
          Reply.text(
              401,
              """
              A drain needs the token of its source, and this request brought none. Expected is one of
                https://drain:TOKEN@HOST/logplex
                https://HOST/logplex/TOKEN
                https://HOST/logplex?token=TOKEN
                Authorization: Bearer TOKEN
              """);
      case UNKNOWN_TOKEN -> Reply.text(401, "No source has the token that this request brought.\n");
      case EXPLANATION ->
          Reply.text(
              200,
              """
              This is the Logplex drain of Stormdrain. Attach it to an app with
                heroku drains:add https://drain:TOKEN@HOST/logplex --app APP
              """);
    };
  }
}
