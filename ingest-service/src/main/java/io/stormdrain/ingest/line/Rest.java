package io.stormdrain.ingest.line;

import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What is left of a delivery that ended before all was acknowledged.
 *
 * @param acknowledged how many lines were
 * @param left those that were sent and not acknowledged, in their order
 * @param unsent those that were not sent yet
 */
record Rest(int acknowledged, Deque<LogLine> left, Lines unsent) implements Lines {
  @Override
  public @Nullable LogLine next() {
    LogLine line = left.poll();
    return line == null ? unsent.next() : line;
  }
}
