package io.stormdrain.notifier.route;

/** What a receiver knows of an incident. */
public enum Knowledge {
  /** Nothing, and nothing waits for it. */
  NONE,
  /** Nothing, but something is held back for it. */
  HELD,
  /** It was told, or is about to be. */
  TOLD
}
