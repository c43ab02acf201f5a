package io.stormdrain.analyzer.classify;

import io.stormdrain.analyzer.trace.TraceReader;
import io.stormdrain.analyzer.vitals.Vitals;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is remembered of one process from line to line. */
final class ProcessMemory {
  final TraceReader trace = new TraceReader();
  final Held held = new Held();

  /** Method and path of the request it began to answer last, as far as it said. */
  Map<String, Object> request = Map.of();

  /** Whether what it said last was a step of a build. */
  boolean building;

  Vitals.@Nullable Memory used;

  /** When a line of its open trace was last read, on the reader's clock. */
  long touched;
}
