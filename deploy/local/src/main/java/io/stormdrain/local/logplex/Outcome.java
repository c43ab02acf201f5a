package io.stormdrain.local.logplex;

/** What became of a batch in the end. */
public enum Outcome {
  /** The drain has it. */
  ACKNOWLEDGED,
  /** A 4xx: Logplex does not ask twice. */
  REFUSED,
  /** Three attempts without a 2xx. */
  GIVEN_UP,
  /** Nobody listened for as long as we were willing to wait. */
  UNREACHABLE
}
