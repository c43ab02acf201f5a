package io.stormdrain.analyzer.classify;

import io.stormdrain.analyzer.trace.TraceReader;
import io.stormdrain.analyzer.vitals.Vitals;
import org.jspecify.annotations.Nullable;

/** What is remembered of one process from line to line. */
final class ProcessMemory {
  final TraceReader trace = new TraceReader();
  Vitals.@Nullable Memory used;

  /** When a line of its open trace was last read, on the reader's clock. */
  long touched;
}
