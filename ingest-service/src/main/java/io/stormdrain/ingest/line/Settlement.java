package io.stormdrain.ingest.line;

/** What became of a request's lines. Decides the answer. */
public sealed interface Settlement {
  /** Kafka acknowledged every one. */
  record Published(int lines) implements Settlement {}

  /**
   * Time was up before Kafka acknowledged them all.
   *
   * @param published acknowledged by then
   * @param refused not acknowledged
   * @param reason of the last failure that was seen
   */
  record Refused(int published, int refused, Refusal reason) implements Settlement {}
}
