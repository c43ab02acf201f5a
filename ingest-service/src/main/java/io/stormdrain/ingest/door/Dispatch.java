package io.stormdrain.ingest.door;

import io.stormdrain.ingest.line.Delivery;
import io.stormdrain.ingest.line.InFlight;
import io.stormdrain.ingest.line.Lines;
import io.stormdrain.ingest.line.Loop;
import io.stormdrain.ingest.line.Outlet;
import io.stormdrain.ingest.line.RedactedLines;
import io.stormdrain.ingest.line.Settlement;
import io.stormdrain.ingest.redact.KeyBlocks;
import io.stormdrain.ingest.redact.Redactor;
import java.util.function.Consumer;

/** Sends lines on their way, whatever door they came through: without their secrets. */
final class Dispatch {
  private final Outlet outlet;
  private final InFlight memory;
  private final Redactor redactor;
  private final KeyBlocks keys = new KeyBlocks();

  Dispatch(Outlet outlet, InFlight memory, Redactor redactor) {
    this.outlet = outlet;
    this.memory = memory;
    this.redactor = redactor;
  }

  /**
   * A delivery that has not begun.
   *
   * @param meters of the lines' source
   * @param settled told once, on the loop
   */
  Delivery of(Lines lines, SourceMeters meters, Loop loop, Consumer<Settlement> settled) {
    Lines clean = new RedactedLines(lines, redactor.begin(), keys, meters::redacted);
    return new Delivery(clean, outlet, loop, memory, settled, meters::late);
  }
}
