package io.stormdrain.bench.redact;

import io.stormdrain.bench.process.CoreRate;
import io.stormdrain.bench.process.Plan;
import io.stormdrain.bench.report.Duel;
import io.stormdrain.bench.report.Goal;
import io.stormdrain.bench.report.Row;
import io.stormdrain.bench.report.Unit;
import io.stormdrain.bench.traffic.Apps;
import io.stormdrain.bench.traffic.Frames;
import io.stormdrain.ingest.logplex.FrameHeaders;
import io.stormdrain.ingest.logplex.LogplexLines;
import io.stormdrain.ingest.redact.Redaction;
import io.stormdrain.ingest.redact.Redactor;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Bodies read as the door reads them, with redaction and without. */
public final class RedactMeasure {

  private static final int LINES_PER_BODY = 100;
  private static final int BODIES = 200;
  private static final FrameHeaders HEADERS =
      FrameHeaders.of("Logplex/v73", "d.2f1b5a3c-0d68-4b3f-9a51-6a5e2d3c4b5a", null, null, null);

  private final Redaction redaction = new Redactor(false, false).begin();
  private final Plan plan;

  /** Measures nothing yet. */
  public RedactMeasure(Plan plan) {
    this.plan = plan;
  }

  /** Measures and gives the rows of the table. */
  public List<Row> rows() {
    Frames frames =
        Frames.generated(
            Apps.of("bench", 20),
            17,
            BODIES * LINES_PER_BODY,
            LINES_PER_BODY,
            Instant.parse("2026-03-01T10:00:00Z"));
    List<byte[]> bodies = IntStream.range(0, BODIES).mapToObj(frames::body).toList();
    Duel rate = new Duel();
    Duel cpu = new Duel();
    for (int round = -2; round < plan.rounds(); round++) {
      double with = CoreRate.of(plan, bodies, LINES_PER_BODY, this::redacted);
      double without = CoreRate.of(plan, bodies, LINES_PER_BODY, RedactMeasure::read);
      if (round >= 0) {
        rate.add(with, without);
        cpu.add(1e6 / with, 1e6 / without);
      }
    }
    return List.of(
        rate.row("reading lines, with redaction / without: rate", Goal.NONE, Unit.PER_SECOND),
        cpu.row(
            "reading lines, with redaction / without: CPU per line",
            Goal.NONE,
            Unit.CPU_SECONDS_PER_MILLION));
  }

  private long redacted(byte[] body) {
    LogplexLines lines = new LogplexLines(body, body.length, HEADERS);
    long bytes = 0;
    while (lines.next()) {
      bytes += redaction.of(lines.value()).length;
    }
    return bytes;
  }

  private static long read(byte[] body) {
    LogplexLines lines = new LogplexLines(body, body.length, HEADERS);
    long bytes = 0;
    while (lines.next()) {
      bytes += lines.value().length;
    }
    return bytes;
  }
}
