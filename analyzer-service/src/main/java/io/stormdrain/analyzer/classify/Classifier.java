package io.stormdrain.analyzer.classify;

import io.stormdrain.analyzer.line.LogLine;
import io.stormdrain.analyzer.line.Origin;
import io.stormdrain.analyzer.remedy.Knowledge;
import io.stormdrain.analyzer.remedy.Remedy;
import io.stormdrain.analyzer.signal.Signal;
import io.stormdrain.analyzer.signature.Catalogue;
import io.stormdrain.analyzer.signature.Signature;
import io.stormdrain.analyzer.trace.Trace;
import io.stormdrain.analyzer.vitals.Vitals;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says what lines mean: each becomes nothing, a vital, or a signal. Pure: the lines and what is
 * remembered of their app in, signals out. One instance serves one thread.
 */
public final class Classifier {

  /** Signals of this type are vitals: counted, not told. */
  private static final String MEMORY = "vital.memory";

  /** A process that is silent for this long has ended its stack trace. */
  private static final long SILENCE_NANOS = 2_000_000_000L;

  private static final long QUOTA_STEP = 32L << 20;

  private final Catalogue catalogue;
  private final SignalWriter writer;

  /** Throws IllegalArgumentException when a signature names a remedy or knowledge there is not. */
  public Classifier(
      Catalogue catalogue, Map<String, Remedy> remedies, Map<String, Knowledge> knowledge) {
    this.catalogue = catalogue;
    this.writer = new SignalWriter(catalogue.signatures(), remedies, knowledge);
  }

  private Classifier(Catalogue catalogue, SignalWriter writer) {
    this.catalogue = catalogue;
    this.writer = writer;
  }

  /** The same knowledge for another thread. */
  public Classifier copy() {
    return new Classifier(catalogue.copy(), writer);
  }

  /** All signatures it knows. */
  public List<Signature> signatures() {
    return catalogue.signatures();
  }

  /** Takes the next line of a partition; adds what it says to {@code out}. */
  public void accept(LogLine received, Memory memory, List<Signal> out) {
    LogLine line = Colours.removed(received);
    AppMemory app = memory.app(line.source());
    app.vitals.count(line);
    ProcessMemory process = app.process(line.process());
    List<Catalogue.Match> matches = catalogue.match(line);
    Trace ended = process.trace.accept(line, Speakers.anySpecific(Speakers.of(matches, null)));
    memory.traces().note(process);
    Trace own = ended != null && ended.head().offset() == line.offset() ? ended : null;
    if (ended != null && own == null) {
      raise(ended, out);
    }
    List<Catalogue.Match> speakers = Speakers.of(matches, own);
    for (Catalogue.Match match : speakers) {
      speak(match, line, app, process, own, out);
    }
    if (own != null && !Speakers.anySpecific(speakers)) {
      raise(own, out);
    }
  }

  /** Some time has passed: stack traces of processes that fell silent are told. */
  public void fallSilent(Memory memory, List<Signal> out) {
    close(memory, SILENCE_NANOS, out);
  }

  /** There will be no more lines: every open stack trace is told. */
  public void end(Memory memory, List<Signal> out) {
    close(memory, Long.MIN_VALUE, out);
  }

  private void close(Memory memory, long silence, List<Signal> out) {
    for (ProcessMemory process = memory.traces().takeSilent(silence);
        process != null;
        process = memory.traces().takeSilent(silence)) {
      Trace trace = process.trace.close();
      if (trace != null) {
        raise(trace, out);
      }
    }
  }

  private void speak(
      Catalogue.Match match,
      LogLine line,
      AppMemory app,
      ProcessMemory process,
      @Nullable Trace trace,
      List<Signal> out) {
    Signature signature = match.signature();
    Map<String, Object> captures = new LinkedHashMap<>(match.captures());
    if (signature.signal().equals(MEMORY)) {
      note(line, app, process, captures);
      return;
    }
    if (captures.get("lost") instanceof Long lost) {
      app.vitals.dropped(line, lost);
    }
    if (signature.signal().startsWith("memory.") && process.used != null) {
      recall(process.used, captures);
    }
    out.add(writer.of(signature, line, captures, trace));
  }

  private void raise(Trace trace, List<Signal> out) {
    if (!trace.spoken() && trace.head().origin() != Origin.PLATFORM) {
      out.add(writer.of(trace));
    }
  }

  private static void note(
      LogLine line, AppMemory app, ProcessMemory process, Map<String, Object> captures) {
    if (!(captures.get("used") instanceof Long used)) {
      return;
    }
    Long quota = captures.get("quota") instanceof Long said ? said : null;
    if (quota == null && captures.get("percent") instanceof BigDecimal percent) {
      quota = quota(used, percent);
    }
    process.used = new Vitals.Memory(used, quota);
    app.vitals.memory(line, used, quota);
  }

  /** The percentage is rounded, and quotas are not odd: the nearest multiple of 32 MiB is meant. */
  private static @Nullable Long quota(long used, BigDecimal percent) {
    double rough = percent.signum() > 0 ? used * 100.0 / percent.doubleValue() : 0;
    long quota = Math.round(rough / QUOTA_STEP) * QUOTA_STEP;
    return quota > 0 ? quota : null;
  }

  private static void recall(Vitals.Memory seen, Map<String, Object> captures) {
    captures.putIfAbsent("used", seen.used());
    if (seen.quota() != null) {
      captures.putIfAbsent("quota", seen.quota());
      captures.putIfAbsent("percent", Math.round(100.0 * seen.used() / seen.quota()));
    }
  }
}
