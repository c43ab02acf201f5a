package io.stormdrain.ingest.door;

import io.stormdrain.ingest.message.Messages;
import io.stormdrain.ingest.message.Tally;
import io.stormdrain.ingest.otlp.OtlpJson;
import io.stormdrain.ingest.otlp.OtlpProtobuf;
import io.stormdrain.ingest.otlp.OtlpReply;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * OpenTelemetry's protocol for logs over HTTP. To its senders 429, 502, 503 and 504 mean: again
 * later; anything else but 200, 500 included, that these records are lost.
 */
final class OtlpDialect implements Dialect {
  static final String WORD = "otlp";

  /** Of {@code google.rpc.Code}. */
  private static final int INVALID_ARGUMENT = 3;

  private static final int PERMISSION_DENIED = 7;
  private static final int UNIMPLEMENTED = 12;
  private static final int UNAVAILABLE = 14;
  private static final int UNAUTHENTICATED = 16;

  @Override
  public Reading read(Arrival arrival) {
    Body body = arrival.body();
    boolean json = isJson(arrival.request()) || (body.length() > 0 && body.bytes()[0] == '{');
    Messages messages =
        json
            ? new OtlpJson(body.bytes(), body.length())
            : new OtlpProtobuf(body.bytes(), body.length());
    return arrival.told(messages, WORD);
  }

  private static boolean isJson(HttpServerRequest request) {
    String type = request.getHeader("Content-Type");
    return type != null && type.contains("json");
  }

  @Override
  public Reply reply(Answer answer, HttpServerRequest request, @Nullable Tally tally) {
    OtlpReply words = isJson(request) ? OtlpReply.JSON : OtlpReply.PROTOBUF;
    return switch (answer) {
      case PUBLISHED, REPEATED, STALE, ABANDONED -> reply(200, words, published(words, tally));
      case EXPLANATION -> Plain.reply(answer);
      case CUT, UNDECODABLE, ENCODING -> failure(answer, words, INVALID_ARGUMENT);
      case KAFKA_SILENT, KAFKA_REFUSES, OVERLOADED, CROWDED, QUOTA, SLOW_BODY, UNREAD_SOURCES ->
          failure(answer, words, UNAVAILABLE);
      case NO_TOKEN, SIGNATURE -> failure(answer, words, UNAUTHENTICATED);
      case UNKNOWN_TOKEN -> failure(answer, words, PERMISSION_DENIED);
      case METHOD -> failure(answer, words, UNIMPLEMENTED);
    };
  }

  private static byte[] published(OtlpReply words, @Nullable Tally tally) {
    long faulty =
        tally == null ? 0 : tally.faults().values().stream().mapToLong(Integer::longValue).sum();
    return faulty == 0
        ? words.success()
        : words.partial(faulty, "not decoded, and kept as they came");
  }

  private static Reply failure(Answer answer, OtlpReply words, int code) {
    return reply(Plain.status(answer), words, words.status(code, Plain.text(answer).strip()));
  }

  private static Reply reply(int status, OtlpReply words, byte[] body) {
    return new Reply(status, words.type(), body, Map.of());
  }
}
