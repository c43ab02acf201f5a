package io.stormdrain.bench.analyzer;

import io.stormdrain.bench.traffic.Apps;
import io.stormdrain.bench.traffic.Frames;
import io.stormdrain.bench.traffic.Traffic;
import io.stormdrain.bench.traffic.TrafficLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Frames of busy apps with a mishap in one of a thousand lines, which becomes a signal. */
final class Trouble {

  static final int LINES_PER_FRAME = 25;
  private static final int LINES = 100_000;
  private static final int ONE_OF = 1_000;
  private static final long SEED = 41;

  private Trouble() {}

  static Frames frames(Instant start) {
    Traffic traffic = new Traffic(SEED);
    List<TrafficLine> lines = new ArrayList<>(LINES);
    for (int i = 0; i < LINES; i++) {
      lines.add(i % ONE_OF == ONE_OF / 2 ? mishap(i) : traffic.next());
    }
    return new Frames(Apps.of("bench", 20), lines, LINES_PER_FRAME, start);
  }

  private static TrafficLine mishap(int number) {
    String text =
        "redis.exceptions.ConnectionError: Error " + number + " connecting to cache:6379.";
    return new TrafficLine(190, "app", "worker.1", text);
  }
}
