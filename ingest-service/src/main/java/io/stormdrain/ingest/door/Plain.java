package io.stormdrain.ingest.door;

/** What senders are told that read nothing but the status; the text is for people. */
final class Plain {
  private Plain() {}

  static Reply reply(Answer answer) {
    return Reply.text(status(answer), text(answer));
  }

  /** What no sender misunderstands (each throws away at 4xx, and comes again at 503). */
  static int status(Answer answer) {
    return switch (answer) {
      case PUBLISHED, REPEATED, STALE, ABANDONED, EXPLANATION -> 200;
      case CUT -> 413;
      case UNDECODABLE -> 400;
      case KAFKA_SILENT, KAFKA_REFUSES, OVERLOADED, CROWDED, SLOW_BODY, UNREAD_SOURCES -> 503;
      case QUOTA -> 429;
      case ENCODING -> 415;
      case NO_TOKEN, SIGNATURE -> 401;
      case UNKNOWN_TOKEN -> 403;
      case METHOD -> 405;
    };
  }

  static String text(Answer answer) {
    return switch (answer) {
      case PUBLISHED, ABANDONED -> "";
      case REPEATED -> "This was taken before.\n";
      case STALE -> "This was not signed within the last five minutes: it has no effect.\n";
      case CUT -> "The body is too large or broken: its first part was taken, the rest was not.\n";
      case UNDECODABLE -> "Nothing of the body could be decoded. It is kept as it came.\n";
      case KAFKA_SILENT -> "Kafka did not acknowledge these lines in time. Send them again.\n";
      case KAFKA_REFUSES ->
          "Kafka does not take these lines. Send them again; see the service's log.\n";
      case OVERLOADED -> "Too many bytes are waiting for Kafka. Send these lines again.\n";
      case CROWDED ->
          "Too many bytes of this source are waiting for Kafka. Send these lines again.\n";
      case QUOTA -> "This source sends more lines than it may. Send these later, and fewer.\n";
      case SLOW_BODY -> "The body did not arrive in time. Send it again.\n";
      case ENCODING -> "Content-Encoding can be gzip or identity; this body has another one.\n";
      case SIGNATURE -> "The signature is not that of the source's secret and this body.\n";
      case NO_TOKEN ->
          """
          The token of a source is needed, and this request brought none. Expected is one of
            Authorization: Bearer TOKEN
            Authorization: Basic with the token as password
            ?token=TOKEN
            the token at the end of the path
          """;
      case UNKNOWN_TOKEN -> "No source has the token that this request brought.\n";
      case UNREAD_SOURCES -> "Not all sources are known yet. Send these lines again.\n";
      case METHOD -> "What is sent here is sent with POST.\n";
      case EXPLANATION -> "A door of Stormdrain. What is sent here is sent with POST.\n";
    };
  }
}
