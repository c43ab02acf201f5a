package io.stormdrain.analyzer.stream;

import io.stormdrain.analyzer.AnalyzerMetrics;

/** What became of the lines of one round, told at its end: meters that threads share are dear. */
final class LineCounts {

  private int spoken;
  private int silent;
  private int duplicate;
  private int rebuilt;
  private int parked;
  private int forgottenApps;
  private int forgottenFrames;

  void add(Partition.Outcome outcome) {
    switch (outcome) {
      case REBUILT -> rebuilt++;
      case DUPLICATE -> duplicate++;
      case SILENT -> silent++;
      case SPOKEN -> spoken++;
    }
  }

  void addParked() {
    parked++;
  }

  void addForgotten(int apps, int frames) {
    forgottenApps += apps;
    forgottenFrames += frames;
  }

  /** Tells all counts, and begins anew. */
  void tell(AnalyzerMetrics metrics) {
    metrics.consumed.increment(spoken + silent + duplicate + parked);
    metrics.spoken.increment(spoken);
    metrics.silent.increment(silent);
    metrics.duplicate.increment(duplicate);
    metrics.parked.increment(parked);
    metrics.rebuilt.increment(rebuilt);
    metrics.forgotten.increment(forgottenApps);
    metrics.forgottenFrames.increment(forgottenFrames);
    spoken = 0;
    silent = 0;
    duplicate = 0;
    rebuilt = 0;
    parked = 0;
    forgottenApps = 0;
    forgottenFrames = 0;
  }
}
