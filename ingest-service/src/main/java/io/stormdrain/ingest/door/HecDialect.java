package io.stormdrain.ingest.door;

import io.stormdrain.ingest.json.JsonMessages;
import io.stormdrain.ingest.message.Tally;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/**
 * Splunk's HTTP Event Collector: objects one after another with the message in {@code event}, or
 * lines as they are. Its senders read the code in the answer.
 */
final class HecDialect implements Dialect {
  static final String WORD = "hec";

  @Override
  public Reading read(Arrival arrival) {
    Body body = arrival.body();
    return arrival.told(new JsonMessages(body.bytes(), body.length(), "event"), WORD);
  }

  @Override
  public Reply reply(Answer answer, HttpServerRequest request, @Nullable Tally tally) {
    return switch (answer) {
      case PUBLISHED, REPEATED, STALE, ABANDONED -> said(200, "Success", 0);
      case EXPLANATION -> said(200, "HEC is healthy", 17);
      case NO_TOKEN -> said(401, "Token is required", 2);
      case UNKNOWN_TOKEN, SIGNATURE -> said(403, "Invalid token", 4);
      case UNDECODABLE, CUT, ENCODING -> said(Plain.status(answer), "Invalid data format", 6);
      case QUOTA -> said(429, "Server is busy", 9);
      case KAFKA_SILENT, KAFKA_REFUSES, OVERLOADED, CROWDED, SLOW_BODY, UNREAD_SOURCES ->
          said(503, "Server is busy", 9);
      case METHOD -> Plain.reply(answer);
    };
  }

  private static Reply said(int status, String text, int code) {
    return Reply.json(status, "{\"text\":\"" + text + "\",\"code\":" + code + "}");
  }
}
