package io.stormdrain.analyzer.signal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.analyzer.Lines;
import io.stormdrain.analyzer.classify.Classifier;
import io.stormdrain.analyzer.classify.Memory;
import io.stormdrain.analyzer.classify.Shipped;
import io.stormdrain.analyzer.line.LogLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The samples in {@code contract/} are what this service writes, byte for byte. */
final class SignalContractTest {

  private static final Path CONTRACT =
      Path.of(System.getProperty("stormdrain.root"), "analyzer-service", "contract");

  private final Lines lines = new Lines();
  private final Memory memory = new Memory();
  private final Classifier classifier = Shipped.classifier();
  private final List<Signal> signals = new ArrayList<>();

  @Test
  void aSignalWithCapturesAndRemediation() throws IOException {
    classifier.accept(
        lines.app("web.1", "ModuleNotFoundError: No module named 'bs4'"), memory, signals);
    holds("signal-module-missing.json", SignalJson.write(signals.getFirst()));
  }

  @Test
  void aSignalOfThePlatformWithNumbers() throws IOException {
    classifier.accept(lines.platform("web.1", "Process running mem=870M(170.1%)"), memory, signals);
    classifier.accept(
        lines.platform("web.1", "Error R14 (Memory quota exceeded)"), memory, signals);
    holds("signal-memory-quota.json", SignalJson.write(signals.getFirst()));
  }

  @Test
  void aSignalWithTheFewestFields() throws IOException {
    classifier.accept(lines.platform("api", "Build succeeded"), memory, signals);
    holds("signal-build-succeeded.json", SignalJson.write(signals.getFirst()));
  }

  @Test
  void anExceptionWithItsPlace() throws IOException {
    classifier.accept(
        lines.app("web.1", "TypeError: Cannot read properties of undefined (reading 'id')"),
        memory,
        signals);
    classifier.accept(
        lines.app("web.1", "    at checkout (/app/src/cart.js:40:17)"), memory, signals);
    classifier.end(memory, signals);
    holds("signal-exception.json", SignalJson.write(signals.getFirst()));
  }

  @Test
  void vitalsOfABusyApp() throws IOException {
    classifier.accept(
        lines.platform("router", "at=info path=\"/\" service=49ms status=200 bytes=1"),
        memory,
        signals);
    classifier.accept(
        lines.platform("router", "at=error code=H12 path=\"/\" service=30000ms status=503 bytes=0"),
        memory,
        signals);
    classifier.accept(lines.platform("web.1", "Process running mem=870M(170.1%)"), memory, signals);
    classifier.accept(
        lines.platform(
            "logplex",
            "Error L10 (output buffer overflow): 17 messages dropped since 2026-03-01T09:59:58+00:00."),
        memory,
        signals);
    holds("vitals-busy.json", SignalJson.write(memory.takeVitals().getFirst()));
  }

  @Test
  void vitalsOfAQuietApp() throws IOException {
    classifier.accept(lines.app("worker.1", "still here"), memory, signals);
    holds("vitals-quiet.json", SignalJson.write(memory.takeVitals().getFirst()));
  }

  @Test
  void ofAnAppThatBelongsToATeam() throws IOException {
    classifier.accept(ofTeam(lines.platform("api", "Build succeeded")), memory, signals);
    holds("signal-of-team.json", SignalJson.write(signals.getFirst()));

    Memory another = new Memory();
    classifier.accept(ofTeam(new Lines().app("worker.1", "still here")), another, signals);
    holds("vitals-of-team.json", SignalJson.write(another.takeVitals().getFirst()));
  }

  private static LogLine ofTeam(LogLine line) {
    return new LogLine(
        line.source(),
        line.app(),
        line.platform(),
        line.environment(),
        "payments",
        line.origin(),
        line.process(),
        line.release(),
        line.time(),
        line.partition(),
        line.offset(),
        line.traceparent(),
        line.text());
  }

  private static void holds(String sample, byte[] written) throws IOException {
    assertThat(new String(written, UTF_8)).isEqualTo(Files.readString(CONTRACT.resolve(sample)));
  }
}
