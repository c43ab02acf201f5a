package io.stormdrain.notifier.console;

import org.jspecify.annotations.Nullable;

/**
 * The page on which people use a one-time link.
 *
 * @param key of the link
 * @param name of the account; empty for who comes first and chooses it; null when the link is over
 * @param fault why they were not let in; null when they have not tried
 */
public record Arrival(String key, @Nullable String name, @Nullable String fault) {

  /** Whether they come first. */
  public boolean first() {
    return name != null && name.isEmpty();
  }

  @Override
  public String toString() {
    return "Arrival[" + name + "]";
  }
}
