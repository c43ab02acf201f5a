package io.stormdrain.ingest.line;

/** What became of a request's lines. Decides the answer. */
public sealed interface Settlement {
  /** Kafka acknowledged every one. */
  record Published(int lines) implements Settlement {}

  /**
   * Kafka did not acknowledge them all in time; the others are on disk and will reach it later.
   *
   * @param published acknowledged by Kafka
   * @param spooled on disk
   */
  record Spooled(int published, int spooled) implements Settlement {}

  /**
   * Time was up before all were safe.
   *
   * @param published acknowledged by then
   * @param refused not acknowledged
   * @param reason of the last failure that was seen
   */
  record Refused(int published, int refused, Refusal reason) implements Settlement {}
}
