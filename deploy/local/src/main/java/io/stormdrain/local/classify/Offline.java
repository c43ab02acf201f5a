package io.stormdrain.local.classify;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stormdrain.analyzer.classify.Classifier;
import io.stormdrain.analyzer.classify.Memory;
import io.stormdrain.analyzer.line.LogLine;
import io.stormdrain.analyzer.signal.Signal;
import io.stormdrain.local.transcript.TranscriptLine;
import io.stormdrain.notifier.incident.App;
import io.stormdrain.notifier.incident.Finding;
import io.stormdrain.notifier.incident.TrialRun;
import io.stormdrain.notifier.threshold.AlertRules;
import io.stormdrain.notifier.threshold.ShippedRules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The services' classification and thresholds on the lines of one file: the same code, on the same
 * road from line to signal to finding, without server and network.
 */
final class Offline {

  private static final long NANOS = 1_000_000_000L;

  /** Lines of evidence that are kept, first and latest each: enough to mark every one in a file. */
  private static final int KEEP = 2_000;

  /** A log without times was written at some pace: fast enough to keep stack traces together. */
  static final Duration BETWEEN_LINES = Duration.ofMillis(500);

  /** As often as the analyzer tells what it has counted. */
  private static final Duration VITALS_EVERY = Duration.ofSeconds(10);

  private final String app;
  private final Classifier classifier;
  private final AlertRules rules = ShippedRules.rules();
  private final Memory memory = new Memory();
  private final TrialRun run;
  private final List<Signal> signals = new ArrayList<>();
  private Instant time = Instant.EPOCH;
  private Instant vitalsAt = Instant.EPOCH;

  Offline(String app, Classifier classifier) {
    this.app = app;
    this.classifier = classifier;
    this.run = new TrialRun(rules, new App(app, app, LogLine.UNKNOWN_PLATFORM, null), KEEP);
  }

  AlertRules rules() {
    return rules;
  }

  void accept(TranscriptLine line) {
    time = line.time() == null ? time.plus(BETWEEN_LINES) : line.time();
    classifier.accept(logLine(app, line, time), memory, signals);
    tell();
    if (!time.isBefore(vitalsAt.plus(VITALS_EVERY))) {
      tellVitals();
      vitalsAt = time;
    }
  }

  /** What was found, also what was not enough of to be told; the last of each kind and key. */
  List<Finding> end() {
    classifier.end(memory, signals);
    tell();
    tellVitals();
    return run.findings();
  }

  private void tell() {
    signals.forEach(signal -> run.accept(Wire.of(signal), time));
    signals.clear();
  }

  private void tellVitals() {
    memory.takeVitals().forEach(vitals -> run.accept(Wire.of(vitals), time));
  }

  static LogLine logLine(String app, TranscriptLine line, Instant time) {
    return new LogLine(
        app,
        app,
        LogLine.UNKNOWN_PLATFORM,
        null,
        origin(line),
        line.process(),
        null,
        time.getEpochSecond() * NANOS + time.getNano(),
        0,
        line.number(),
        null,
        line.message().getBytes(UTF_8));
  }

  private static io.stormdrain.analyzer.line.Origin origin(TranscriptLine line) {
    if (line.process() == null) {
      return io.stormdrain.analyzer.line.Origin.UNKNOWN;
    }
    return switch (line.origin()) {
      case APP -> io.stormdrain.analyzer.line.Origin.APP;
      case PLATFORM -> io.stormdrain.analyzer.line.Origin.PLATFORM;
    };
  }
}
