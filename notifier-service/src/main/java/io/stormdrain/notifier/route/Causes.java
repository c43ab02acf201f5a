package io.stormdrain.notifier.route;

/** What is known of classes of trouble that bring about others. */
@FunctionalInterface
public interface Causes {
  /** Whether the one is known to bring about the other. */
  boolean explain(String cause, String effect);
}
