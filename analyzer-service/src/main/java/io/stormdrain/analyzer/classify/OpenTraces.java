package io.stormdrain.analyzer.classify;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The stack traces that are being read in one partition. Only the one that began first may be
 * closed for its silence: so all that was closed began before all that is open, and one offset says
 * from where to read again.
 */
final class OpenTraces {

  private static final Comparator<ProcessMemory> BY_BEGIN =
      Comparator.comparingLong(process -> process.trace.openedAt());

  private final Set<ProcessMemory> open = new HashSet<>();
  private long now;

  /** Sets the clock that silence is measured by, in nanoseconds. */
  void tick(long nanos) {
    now = nanos;
  }

  /** Notes that a line of this process was read. */
  void note(ProcessMemory process) {
    if (process.trace.openedAt() >= 0) {
      process.touched = now;
      open.add(process);
    } else if (!open.isEmpty()) {
      open.remove(process);
    }
  }

  /** Offset of the first line of the first open trace, or {@code none}. */
  long first(long none) {
    return first().map(process -> process.trace.openedAt()).orElse(none);
  }

  /**
   * The first open trace's process if it has been silent for that long; it counts as closed then.
   */
  @Nullable ProcessMemory takeSilent(long nanos) {
    ProcessMemory first = first().orElse(null);
    if (first == null || now - first.touched < nanos) {
      return null;
    }
    open.remove(first);
    return first;
  }

  /** The first open trace's process if the trace began before; it counts as closed then. */
  @Nullable ProcessMemory takeBefore(long offset) {
    ProcessMemory first = first().orElse(null);
    if (first == null || first.trace.openedAt() >= offset) {
      return null;
    }
    open.remove(first);
    return first;
  }

  private Optional<ProcessMemory> first() {
    return open.isEmpty() ? Optional.empty() : open.stream().min(BY_BEGIN);
  }
}
