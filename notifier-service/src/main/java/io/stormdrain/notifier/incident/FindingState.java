package io.stormdrain.notifier.incident;

/** Where a finding is in its life. */
public enum FindingState {
  /** Seen, but not enough of it: nobody is told. */
  PENDING,
  /** Enough of it was seen. */
  OPEN,
  /** A sign of recovery came; it has to hold for a while. */
  RECOVERING,
  /** Over. */
  RESOLVED
}
