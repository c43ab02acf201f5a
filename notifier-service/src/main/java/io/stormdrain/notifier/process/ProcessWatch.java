package io.stormdrain.notifier.process;

import io.stormdrain.notifier.signal.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Tells deaths from healthy ends. Exit codes around a restart, a release, scaling or the daily
 * cycle are no deaths; the exit and the state change of one death are one; several deaths in a row
 * without having been up for a while are a loop, however long the platform waits between its
 * attempts.
 */
final class ProcessWatch {

  /** A process has died. Captures: deaths in a row, status, milliseconds lived. */
  static final String DIED = "process.died";

  /** A release's own command has failed. */
  static final String RELEASE_FAILED = "release.failed";

  private ProcessWatch() {}

  /** What is known after a signal, and what follows from it. */
  record Step(ProcessState state, List<Signal> derived) {}

  static Step step(ProcessState state, Signal signal) {
    Instant at = signal.time();
    return switch (signal.type()) {
      case "process.starting", "process.restarting" -> quiet(state.started(at));
      case "process.up" -> quiet(state.up(at));
      case "process.stopping" ->
          quiet("SIGTERM".equals(signal.capture("by")) ? state.stopping(at) : state);
      case "process.replaced", "process.idling" -> quiet(state.stopping(at));
      case "process.down", "process.completed" -> quiet(state.down());
      case "process.exited" -> exited(state, signal);
      case "process.crashed" ->
          state.isSameDeath(at, signal.signature())
              ? quiet(state.told(false, signal.signature()))
              : death(state, signal, false);
      default -> quiet(state);
    };
  }

  private static Step exited(ProcessState state, Signal signal) {
    long status = Objects.requireNonNullElse(signal.number("status"), 0L);
    if ("release".equals(signal.processType())) {
      return status == 0
          ? quiet(state)
          : new Step(state, List.of(signal.as(RELEASE_FAILED, Map.of())));
    }
    if (status == 0 || state.isStopping(signal.time())) {
      return quiet(state);
    }
    if (state.isSameDeath(signal.time(), signal.signature()) || isLate(state, signal.time())) {
      return quiet(state.told(true, signal.signature()));
    }
    return death(state, signal, true);
  }

  /** The exit of a death whose restart was told first. */
  private static boolean isLate(ProcessState state, Instant at) {
    return !state.exitSeen()
        && state.diedAt() != null
        && !at.isAfter(state.diedAt().plus(ProcessState.ONE_DEATH));
  }

  private static Step death(ProcessState state, Signal signal, boolean byExit) {
    ProcessState dead = state.died(signal.time(), byExit, signal.signature());
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("deaths", (long) dead.deaths());
    Instant started = state.startedAt();
    if (started != null && !signal.time().isBefore(started)) {
      more.put("lived", Duration.between(started, signal.time()).toMillis());
    }
    more.put("boot", state.upAt() == null ? "yes" : "no");
    return new Step(dead, List.of(signal.as(DIED, more)));
  }

  private static Step quiet(ProcessState state) {
    return new Step(state, List.of());
  }
}
