package io.stormdrain.bench.parse;

import io.stormdrain.bench.process.CoreRate;
import io.stormdrain.bench.process.Plan;
import io.stormdrain.bench.report.Duel;
import io.stormdrain.bench.report.Goal;
import io.stormdrain.bench.report.Row;
import io.stormdrain.bench.report.Unit;
import io.stormdrain.bench.traffic.Apps;
import io.stormdrain.bench.traffic.Frames;
import java.time.Instant;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/** Frames per second of one core, in time that the thread has had on it. */
public final class ParseMeasure {

  static final int FRAMES_PER_BODY = 100;
  private static final int BODIES = 50;

  private final Plan plan;

  /** Measures nothing yet. */
  public ParseMeasure(Plan plan) {
    this.plan = plan;
  }

  /** Bodies of healthy apps. */
  static List<byte[]> bodies() {
    Frames frames =
        Frames.generated(
            Apps.of("bench", 20),
            11,
            BODIES * FRAMES_PER_BODY,
            FRAMES_PER_BODY,
            Instant.parse("2026-03-01T10:00:00Z"));
    return IntStream.range(0, BODIES).mapToObj(frames::body).toList();
  }

  /** Measures and gives the rows of the table. */
  public List<Row> rows() {
    List<byte[]> bodies = bodies();
    for (byte[] body : bodies) {
      if (ByteParser.sum(body) != SplitParser.sum(body)) {
        throw new IllegalStateException("the two parsers read different things");
      }
    }
    Duel duel = new Duel();
    for (int round = -2; round < plan.rounds(); round++) {
      double ours = rate(ByteParser::sum, bodies);
      double others = rate(SplitParser::sum, bodies);
      if (round >= 0) {
        duel.add(ours, others);
      }
    }
    return List.of(
        duel.row(
            "parse: Logplex frames / split + OffsetDateTime.parse",
            Goal.atLeast(10),
            Unit.PER_SECOND));
  }

  private double rate(ToLongFunction<byte[]> parser, List<byte[]> bodies) {
    return CoreRate.of(plan, bodies, FRAMES_PER_BODY, parser);
  }
}
