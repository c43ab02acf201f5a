package io.stormdrain.analyzer.classify;

import io.stormdrain.analyzer.signal.Signal;
import io.stormdrain.analyzer.trace.TraceReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What generic signatures have to say about a stack trace that is still being read: told when it
 * ends without anything better.
 */
final class Held {

  private static final int MAX = 4;

  private final List<Signal> signals = new ArrayList<>(1);
  private long trace = -1;

  /** Keeps a signal for the end of the trace that is open. */
  void add(@Nullable Signal signal, TraceReader reader) {
    boolean known =
        signal == null || signals.stream().anyMatch(s -> s.signature().equals(signal.signature()));
    if (!known && signals.size() < MAX) {
      signals.add(signal);
      trace = reader.openedAt();
    }
  }

  /** Whether there is something that waits for a trace which is no longer open. */
  boolean isFree(TraceReader reader) {
    return !signals.isEmpty() && reader.openedAt() != trace;
  }

  /** What is to be told: that something was thrown only where nothing says more. */
  List<Signal> take() {
    if (signals.isEmpty()) {
      return List.of();
    }
    List<Signal> telling = signals.stream().filter(signal -> !isPlain(signal)).toList();
    List<Signal> taken = telling.isEmpty() ? List.copyOf(signals) : telling;
    signals.clear();
    return taken;
  }

  private static boolean isPlain(Signal signal) {
    return signal.type().equals(SignalWriter.TRACE_SIGNAL);
  }
}
