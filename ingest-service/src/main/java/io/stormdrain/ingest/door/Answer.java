package io.stormdrain.ingest.door;

import io.stormdrain.ingest.line.Refusal;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** How a request ends. What a sender is told about it, each {@link Dialect} says in its own way. */
enum Answer {
  /** Every line is safe: Kafka has it, or the spool has it on disk. */
  PUBLISHED,
  /** Kafka has what was taken of a body that is not whole. */
  CUT,
  /** Nothing of the body follows the dialect. It is kept raw, Kafka has it. */
  UNDECODABLE,
  /** An event that was taken before. It has no effect a second time. */
  REPEATED,
  /** It was signed too long ago, or in the future: it may be played again, and has no effect. */
  STALE,
  KAFKA_SILENT,
  KAFKA_REFUSES,
  OVERLOADED,
  /** Its source alone holds as much memory as one may; the others are served. */
  CROWDED,
  /** Its source sends more lines than it may; these were turned away. */
  QUOTA,
  SLOW_BODY,
  /** Not about the lines: they cannot be seen. */
  ENCODING,
  /** The body does not have the signature that its source's secret makes. */
  SIGNATURE,
  /** The sender went away before its body was complete; nobody is left to be answered. */
  ABANDONED,
  NO_TOKEN,
  UNKNOWN_TOKEN,
  /** Not all sources are known yet: it may be one's token, or nobody's. */
  UNREAD_SOURCES,
  METHOD,
  EXPLANATION;

  private static final long LEAVE_SECONDS = 1;

  private static final Set<Answer> TO_STRANGERS =
      EnumSet.of(NO_TOKEN, UNKNOWN_TOKEN, UNREAD_SOURCES, METHOD, EXPLANATION);

  static Answer of(Refusal reason) {
    return switch (reason) {
      case KAFKA_SILENT, SPOOL_FULL, SPOOL_FAILS -> KAFKA_SILENT;
      case KAFKA_REFUSES -> KAFKA_REFUSES;
      case QUOTA -> QUOTA;
    };
  }

  /** Those given before it is known, or asked, whose request it is. */
  static Set<Answer> toStrangers() {
    return EnumSet.copyOf(TO_STRANGERS);
  }

  static Set<Answer> toSources() {
    return EnumSet.complementOf(EnumSet.copyOf(TO_STRANGERS));
  }

  /** As metrics and logs write it. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Writes the answer, never in chunks: Logplex reads the rest of a chunked body as the next
   * answer.
   *
   * @param reply what the sender is told
   * @param unread the body, or some of it, has not come yet
   */
  void write(HttpServerRequest request, Reply reply, boolean unread) {
    HttpServerResponse response = request.response();
    if (response.closed() || this == ABANDONED) {
      return;
    }
    reply.writeHead(response);
    if (unread) {
      endUnread(request, response, reply);
    } else {
      response.end(reply.content());
    }
  }

  /** What a source still sends is passed over, so that it can read its answer. */
  private void endUnread(HttpServerRequest request, HttpServerResponse response, Reply reply) {
    boolean keep =
        switch (this) {
          case OVERLOADED, CROWDED, ENCODING -> true;
          case NO_TOKEN, UNKNOWN_TOKEN, UNREAD_SOURCES, METHOD, EXPLANATION ->
              isBodiless(request) || Body.isSmall(request.getHeader("Content-Length"));
          case PUBLISHED,
              CUT,
              UNDECODABLE,
              REPEATED,
              STALE,
              KAFKA_SILENT,
              KAFKA_REFUSES,
              QUOTA,
              SLOW_BODY,
              SIGNATURE,
              ABANDONED ->
              false;
        };
    if (keep) {
      response.end(reply.content());
      request.resume();
    } else if (request.version() == HttpVersion.HTTP_2) {
      // It has no such header, and other requests on the same connection.
      response
          .end(reply.content())
          .onComplete(done -> request.connection().shutdown(LEAVE_SECONDS, TimeUnit.SECONDS));
    } else {
      response.putHeader("Connection", "close");
      response.end(reply.content()).onComplete(done -> request.connection().close());
    }
  }

  private static boolean isBodiless(HttpServerRequest request) {
    boolean asks =
        request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
    return asks
        && request.getHeader("Content-Length") == null
        && request.getHeader("Transfer-Encoding") == null;
  }
}
