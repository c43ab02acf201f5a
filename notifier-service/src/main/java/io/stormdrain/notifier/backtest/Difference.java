package io.stormdrain.notifier.backtest;

import io.stormdrain.notifier.store.IncidentView;
import java.util.List;

/** What another set of rules makes of the same story. */
public sealed interface Difference {

  /** An incident that there would not be any more. */
  record Gone(IncidentView was) implements Difference {}

  /** An incident that there was not. */
  record Added(IncidentView is) implements Difference {}

  /**
   * The same trouble, told otherwise.
   *
   * @param how each of {@code severity medium, was low}
   */
  record Changed(IncidentView was, IncidentView is, List<String> how) implements Difference {
    public Changed {
      how = List.copyOf(how);
    }
  }
}
