package io.stormdrain.ingest.door;

import io.stormdrain.ingest.line.Refusal;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * How a request ends. To Logplex a status means: 2xx done, 503 send again at once and at most three
 * times, any 4xx throw away. So nothing that a known source sends gets a 4xx for what it says.
 */
enum Answer {
  /** Kafka has every line. */
  PUBLISHED(204, ""),
  KAFKA_SILENT(503, "Kafka did not acknowledge these lines in time. Send them again.\n"),
  KAFKA_REFUSES(503, "Kafka does not take these lines. Send them again; see the service's log.\n"),
  OVERLOADED(503, "Too many bytes are waiting for Kafka. Send these lines again.\n"),
  SLOW_BODY(503, "The body did not arrive in time. Send it again.\n"),
  /** Not about the lines: they cannot be seen. */
  ENCODING(415, "Content-Encoding can be gzip or identity; this body has another one.\n"),
  /** The sender went away before its body was complete; nobody is left to be answered. */
  ABANDONED(0, ""),
  NO_TOKEN(
      401,
      """
      A drain needs the token of its source, and this request brought none. Expected is one of
        https://drain:TOKEN@HOST/logplex
        https://HOST/logplex/TOKEN
        https://HOST/logplex?token=TOKEN
        Authorization: Bearer TOKEN
      """),
  UNKNOWN_TOKEN(401, "No source has the token that this request brought.\n"),
  METHOD(405, "Log lines are sent with POST, in the format of Logplex.\n"),
  EXPLANATION(
      200,
      """
      This is the Logplex drain of Stormdrain. Attach it to an app with
        heroku drains:add https://drain:TOKEN@HOST/logplex --app APP
      """);

  private static final Set<Answer> TO_STRANGERS =
      EnumSet.of(NO_TOKEN, UNKNOWN_TOKEN, METHOD, EXPLANATION);

  private final int status;
  private final String text;

  Answer(int status, String text) {
    this.status = status;
    this.text = text;
  }

  static Answer of(Refusal reason) {
    return switch (reason) {
      case KAFKA_SILENT -> KAFKA_SILENT;
      case KAFKA_REFUSES -> KAFKA_REFUSES;
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
   * @param unread the body, or some of it, has not come yet
   */
  void write(HttpServerRequest request, boolean unread) {
    HttpServerResponse response = request.response();
    if (response.closed() || this == ABANDONED) {
      return;
    }
    response.setStatusCode(status);
    if (status == 503) {
      response.putHeader("Retry-After", "1");
    } else if (status == 401) {
      response.putHeader("WWW-Authenticate", "Basic realm=\"drain\"");
    } else if (this == METHOD) {
      response.putHeader("Allow", "GET, HEAD, POST");
    }
    if (!text.isEmpty()) {
      response.putHeader("Content-Type", "text/plain; charset=utf-8");
    }
    if (unread) {
      endUnread(request, response);
    } else {
      response.end(text);
    }
  }

  /** What a source still sends is passed over, so that it can read its answer. */
  private void endUnread(HttpServerRequest request, HttpServerResponse response) {
    boolean keep =
        switch (this) {
          case OVERLOADED, ENCODING -> true;
          case NO_TOKEN, UNKNOWN_TOKEN, METHOD, EXPLANATION ->
              Body.isSmall(request.getHeader("Content-Length"));
          case PUBLISHED, KAFKA_SILENT, KAFKA_REFUSES, SLOW_BODY, ABANDONED -> false;
        };
    if (!keep) {
      response.putHeader("Connection", "close");
    }
    Future<Void> written = response.end(text);
    if (keep) {
      request.resume();
    } else {
      written.onComplete(done -> request.connection().close());
    }
  }
}
