package io.stormdrain.notifier.route;

/** Whether a receiver is told of a transition, and why. */
public enum Decision {
  /** It is severe enough. */
  SEVERE_ENOUGH(true),
  /** Who was told of an incident is told how it goes on, whatever the routes say by now. */
  TOLD_BEFORE(true),
  /** It was told, but now is no time to call: its message is changed, and no more. */
  CHANGED_QUIETLY(true),
  /** It will be told later, if that is still worth while. */
  HELD(true),
  /** It was told, now is no time to call, and it cannot change its message. */
  HELD_BACK(false),
  /** Severity info is for the record. */
  FOR_THE_RECORD(false),
  /** Less severe than what people want to be told. */
  BELOW_MINIMUM(false),
  /** It is the receiver itself that is in trouble. */
  ITS_OWN_TROUBLE(false),
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

  /** Whether the receiver is told, now or later. */
  public boolean isTold() {
    return told;
  }
}
