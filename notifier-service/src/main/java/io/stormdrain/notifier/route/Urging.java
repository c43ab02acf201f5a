package io.stormdrain.notifier.route;

import java.util.List;

/** What is done about incidents that nobody looks after: reminders, and others who are told. */
public record Urging(Repeat repeat, List<Escalation> escalations) {

  /** Nothing. */
  public static final Urging NONE = new Urging(Repeat.NEVER, List.of());

  public Urging {
    escalations = List.copyOf(escalations);
  }
}
