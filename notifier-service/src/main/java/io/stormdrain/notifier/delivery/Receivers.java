package io.stormdrain.notifier.delivery;

import java.util.List;
import java.util.Set;

/** The plan that is in force: all receivers, and the routes to them. */
public final class Receivers {

  private volatile Plan plan;

  /** With this plan, until there is another. */
  public Receivers(Plan plan) {
    this.plan = plan;
  }

  /** The plan; whoever asks twice may get another. */
  public Plan plan() {
    return plan;
  }

  /** From now on this one is in force. */
  public void follow(Plan next) {
    plan = next;
  }

  /** All of them. */
  public List<Receiver> all() {
    return plan.receivers();
  }

  /** Their names. */
  public Set<String> names() {
    return plan.names();
  }
}
