package io.stormdrain.notifier.delivery;

/** What settings make of a receiver. */
public sealed interface Setup {

  /** It can be told. */
  record Ready(Receiver receiver) implements Setup {}

  /** Nobody asked for it. */
  record Absent() implements Setup {}

  /** Somebody asked for it, and something is missing or wrong. {@code why} names the setting. */
  record Incomplete(String receiver, String why) implements Setup {}
}
