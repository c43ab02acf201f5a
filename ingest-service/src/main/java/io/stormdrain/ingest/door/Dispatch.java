package io.stormdrain.ingest.door;

import io.stormdrain.ingest.line.Lines;
import io.stormdrain.ingest.line.Loop;
import io.stormdrain.ingest.line.Passage;
import io.stormdrain.ingest.line.RedactedLines;
import io.stormdrain.ingest.line.Settlement;
import io.stormdrain.ingest.redact.KeyBlocks;
import io.stormdrain.ingest.redact.Redactor;
import java.util.function.Consumer;

/** Sends lines on their way, whatever door they came through: without their secrets. */
final class Dispatch {
  private final Passage.Ways ways;
  private final Redactor redactor;
  private final KeyBlocks keys = new KeyBlocks();

  Dispatch(Passage.Ways ways, Redactor redactor) {
    this.ways = ways;
    this.redactor = redactor;
  }

  /**
   * A passage that has not begun. Who begins it looks after it every tenth of a second, and gives
   * it up in time.
   *
   * @param meters of the lines' source
   * @param settled told once, on the loop
   */
  Passage of(Lines lines, SourceMeters meters, Loop loop, Consumer<Settlement> settled) {
    Lines clean = new RedactedLines(lines, redactor.begin(), keys, meters::redacted);
    return new Passage(ways, clean, loop, settled, meters::late);
  }
}
