package io.stormdrain.ingest.door;

import io.stormdrain.ingest.json.BulkMessages;
import io.stormdrain.ingest.json.BulkTally;
import io.stormdrain.ingest.message.Tally;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/**
 * As much of Elasticsearch as its senders need: Fluent Bit, Vector, Logstash, Filebeat, Clever
 * Cloud, DigitalOcean. They ask who is there before they send anything.
 */
final class BulkDialect implements Dialect {
  static final String WORD = "bulk";

  /** Clients of version 8 and 7.14 on look for it, and send nothing without. */
  private static final String PRODUCT = "X-Elastic-Product";

  /** Clients refuse a server that is of a higher version than they are, or much older. */
  private static final String ELASTICSEARCH =
      """
      {"name":"stormdrain","cluster_name":"stormdrain","version":{"number":"7.17.0","build_flavor":"default"},"tagline":"You Know, for Search"}
      """;

  @Override
  public Reading read(Arrival arrival) {
    Body body = arrival.body();
    return arrival.told(new BulkMessages(body.bytes(), body.length()), WORD);
  }

  @Override
  public Reply reply(Answer answer, HttpServerRequest request, @Nullable Tally tally) {
    Reply reply =
        switch (answer) {
          case EXPLANATION -> Reply.json(200, ELASTICSEARCH);
          case PUBLISHED -> Reply.json(200, items(tally));
          case KAFKA_SILENT, KAFKA_REFUSES, OVERLOADED, CROWDED, QUOTA, SLOW_BODY, UNREAD_SOURCES ->
              tooMany(answer);
          case CUT,
              UNDECODABLE,
              REPEATED,
              STALE,
              ENCODING,
              SIGNATURE,
              ABANDONED,
              NO_TOKEN,
              UNKNOWN_TOKEN,
              METHOD ->
              Plain.reply(answer);
        };
    return reply.with(PRODUCT, "Elasticsearch");
  }

  /** What all of its senders take for: later. */
  private static Reply tooMany(Answer answer) {
    return Reply.text(429, Plain.text(answer));
  }

  private static String items(@Nullable Tally tally) {
    String items = tally instanceof BulkTally bulk ? bulk.items() : "";
    return "{\"took\":0,\"errors\":false,\"items\":[" + items + "]}";
  }
}
