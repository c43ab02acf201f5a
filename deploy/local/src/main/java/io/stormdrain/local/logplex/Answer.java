package io.stormdrain.local.logplex;

/** What became of one request. */
sealed interface Answer {

  /** The drain answered. */
  record Status(int code) implements Answer {}

  /** The request was sent, or part of it, and no answer came in time. */
  record Silence(String reason) implements Answer {}

  /** There was nobody to send to. */
  record NoConnection(String reason) implements Answer {}
}
