package io.stormdrain.notifier.threshold;

/** Gives the alert rules in force. Whoever works with them asks once and keeps to that answer. */
@FunctionalInterface
public interface Rulebook {
  AlertRules inForce();
}
