package io.stormdrain.analyzer.classify;

import io.stormdrain.analyzer.line.LogLine;
import io.stormdrain.analyzer.line.Origin;
import io.stormdrain.analyzer.remedy.Knowledge;
import io.stormdrain.analyzer.remedy.Remedy;
import io.stormdrain.analyzer.signal.Signal;
import io.stormdrain.analyzer.signature.Catalogue;
import io.stormdrain.analyzer.signature.Explanation;
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

  /** Says which request a process is about to answer; not told either. */
  private static final String REQUEST = "vital.request";

  /** Says that a process is building; not told either. */
  private static final String BUILDING = "vital.building";

  private static final String ERRED = "request.erred";

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

  /** Which of them recognise a line, and why. */
  public List<Explanation> explain(LogLine line) {
    return Explanation.of(catalogue, line);
  }

  /** Takes the next line of a partition; adds what it says to {@code out}. */
  public void accept(LogLine received, Memory memory, List<Signal> out) {
    LogLine line = Colours.removed(received);
    AppMemory app = memory.app(line.source());
    ProcessMemory process = app.process(line.process());
    Vitals.Memory told = app.vitals.count(line);
    process.used = told == null ? process.used : told;
    app.flow.hear(process, line.time());
    List<Catalogue.Match> matches = catalogue.match(line);
    Trace ended = process.trace.accept(line);
    int before = out.size();
    if (ended != null || process.held.isFree(process.trace)) {
      raise(ended, process, out);
    }
    if (!matches.isEmpty()) {
      hear(matches, line, app, process, out);
    }
    memory.traces().note(process);
    for (int said = before; said < out.size(); said++) {
      out.set(said, out.get(said).late(app.flow.secondsLate(out.get(said).line().time())));
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

  /** Stack traces that began before this offset were told in their time. */
  public void forget(Memory memory, long before) {
    for (ProcessMemory process = memory.traces().takeBefore(before);
        process != null;
        process = memory.traces().takeBefore(before)) {
      process.trace.close();
      process.held.take();
    }
  }

  private void close(Memory memory, long silence, List<Signal> out) {
    for (ProcessMemory process = memory.traces().takeSilent(silence);
        process != null;
        process = memory.traces().takeSilent(silence)) {
      raise(process.trace.close(), process, out);
    }
  }

  private void hear(
      List<Catalogue.Match> matches,
      LogLine line,
      AppMemory app,
      ProcessMemory process,
      List<Signal> out) {
    Trace trace = process.trace.here();
    Trace here = trace != null && trace.head().offset() == line.offset() ? trace : null;
    Speakers speakers = Speakers.of(matches, here);
    for (Catalogue.Match match : speakers.now()) {
      Signal signal = signal(match, line, app, process, here);
      if (signal != null) {
        out.add(signal);
      }
    }
    if (speakers.specific()) {
      process.trace.spoken(!speakers.hushed());
    } else if (!speakers.generic().isEmpty()) {
      process.trace.hold(line);
      for (Catalogue.Match match : speakers.generic()) {
        process.held.add(signal(match, line, app, process, here), process.trace);
      }
    } else if (speakers.unknown() != null && process.trace.openedAt() < 0) {
      tellUnknown(speakers.unknown(), line, app, out);
    }
  }

  /** An error that no signature knows and no stack trace is about to explain. */
  private void tellUnknown(Catalogue.Match match, LogLine line, AppMemory app, List<Signal> out) {
    Signal signal = writer.of(match.signature(), line, new LinkedHashMap<>(match.captures()), null);
    if (app.unknown.isNews(String.valueOf(signal.captures().get("fingerprint")), line.time())) {
      out.add(signal);
    }
  }

  private @Nullable Signal signal(
      Catalogue.Match match,
      LogLine line,
      AppMemory app,
      ProcessMemory process,
      @Nullable Trace trace) {
    Signature signature = match.signature();
    Map<String, Object> captures = new LinkedHashMap<>(match.captures());
    switch (signature.signal()) {
      case MEMORY -> note(line, app, process, captures);
      case REQUEST -> process.request = captures;
      case BUILDING -> process.building = true;
      default -> {
        complete(signature, line, app, process, captures);
        return writer.of(signature, line, captures, trace);
      }
    }
    return null;
  }

  /** Adds what earlier lines of the process have said. */
  private static void complete(
      Signature signature,
      LogLine line,
      AppMemory app,
      ProcessMemory process,
      Map<String, Object> captures) {
    if (captures.get("lost") instanceof Long lost) {
      app.vitals.dropped(line, lost);
    }
    if (signature.signal().startsWith("memory.") && process.used != null) {
      recall(process.used, captures);
    }
    if (signature.signal().startsWith("process.") || signature.isSuccess()) {
      process.building = false;
    } else if (process.building) {
      captures.putIfAbsent("during", "build");
    }
    if (signature.signal().equals(ERRED)) {
      process.request.forEach(captures::putIfAbsent);
    }
  }

  /** Tells what a trace that has ended is about, if no signature has done so. */
  private void raise(@Nullable Trace trace, ProcessMemory process, List<Signal> out) {
    List<Signal> held = process.held.take();
    if (trace == null) {
      out.addAll(held);
    } else if (!trace.spoken() && trace.head().origin() != Origin.PLATFORM) {
      out.addAll(saysMore(trace, held) ? List.of(writer.of(trace)) : held);
    }
  }

  /** Whether the trace tells more than what was held for its end: it knows the place. */
  private static boolean saysMore(Trace trace, List<Signal> held) {
    boolean onlyExceptions =
        held.stream().allMatch(signal -> signal.type().equals(SignalWriter.TRACE_SIGNAL));
    return onlyExceptions && (held.isEmpty() || !trace.frames().isEmpty());
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
