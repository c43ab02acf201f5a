package io.stormdrain.notifier.stream;

import io.stormdrain.notifier.incident.Transition;
import java.util.List;

/**
 * What became of a batch of records, and what it changed.
 *
 * @param read records that were read
 * @param parked records that cannot be read
 * @param repeated records that had been taken before
 * @param transitions what they changed of incidents, in its order
 */
record Taken(int read, int parked, int repeated, List<Transition> transitions) {

  Taken {
    transitions = List.copyOf(transitions);
  }
}
