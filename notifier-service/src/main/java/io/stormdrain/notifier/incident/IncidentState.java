package io.stormdrain.notifier.incident;

/** Where an incident is in its life; before it opens it is only a pending finding. */
public enum IncidentState {
  OPEN,
  /** Somebody has said that they look after it. */
  ACKNOWLEDGED,
  /** A sign of recovery came; it has to hold for a while. */
  RECOVERING,
  RESOLVED
}
