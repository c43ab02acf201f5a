package io.stormdrain.notifier.route;

/** Whether a receiver is told of a transition, and why. */
public enum Decision {
  /** It is severe enough. */
  SEVERE_ENOUGH(true),
  /** Who was told of an incident is told how it goes on, whatever the routes say by now. */
  TOLD_BEFORE(true),
  /** Severity info is for the record. */
  FOR_THE_RECORD(false),
  /** Less severe than what people want to be told. */
  BELOW_MINIMUM(false),
  /** No route leads there. */
  NOT_ROUTED(false),
  /** A change of a message, and the receiver cannot change messages. */
  CANNOT_EDIT(false),
  /** A change or the end of something that the receiver was never to be told of. */
  NEVER_TOLD(false);

  private final boolean told;

  Decision(boolean told) {
    this.told = told;
  }

  /** Whether the receiver is told. */
  public boolean isTold() {
    return told;
  }
}
