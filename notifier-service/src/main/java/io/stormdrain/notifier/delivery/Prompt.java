package io.stormdrain.notifier.delivery;

/** Why something is told that no route calls for by itself. */
public enum Prompt {
  /** It goes on, and nobody looks after it. */
  REMINDER,
  /** Nobody looks after it, so others are told. */
  ESCALATION,
  /** The receiver that was to be told cannot be. */
  FALLBACK,
  /** It tells of incidents that the receiver would have been told of one by one. */
  STORM
}
