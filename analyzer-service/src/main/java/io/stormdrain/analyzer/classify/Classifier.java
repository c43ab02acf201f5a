package io.stormdrain.analyzer.classify;

import io.stormdrain.analyzer.line.LogLine;
import io.stormdrain.analyzer.line.Origin;
import io.stormdrain.analyzer.remedy.Knowledge;
import io.stormdrain.analyzer.remedy.Phrase;
import io.stormdrain.analyzer.remedy.Remedy;
import io.stormdrain.analyzer.signal.Signal;
import io.stormdrain.analyzer.signature.Catalogue;
import io.stormdrain.analyzer.signature.Signature;
import io.stormdrain.analyzer.trace.Frame;
import io.stormdrain.analyzer.trace.Trace;
import io.stormdrain.analyzer.vitals.Vitals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Says what lines mean: each becomes nothing, a vital, or a signal. Pure: the lines and what is
 * remembered of their app in, signals out. One instance serves one thread.
 */
public final class Classifier {

  /** Signals of this type are vitals: counted, not told. */
  private static final String MEMORY = "vital.memory";

  private static final String TRACE_SIGNAL = "exception.raised";
  private static final String TRACE_SIGNATURE = "stack-trace";

  private final Catalogue catalogue;
  private final Map<String, Remedy> remedies;
  private final Map<String, Knowledge> knowledge;
  private final Map<String, Phrase> subjects = new LinkedHashMap<>();

  /** Throws IllegalArgumentException when a signature names a remedy or knowledge there is not. */
  public Classifier(
      Catalogue catalogue, Map<String, Remedy> remedies, Map<String, Knowledge> knowledge) {
    this.catalogue = catalogue;
    this.remedies = Map.copyOf(remedies);
    this.knowledge = Map.copyOf(knowledge);
    for (Signature signature : catalogue.signatures()) {
      if (signature.remedy() != null && !remedies.containsKey(signature.remedy())) {
        throw unknown(signature, "remedy", signature.remedy());
      }
      for (String name : signature.enrich()) {
        if (!knowledge.containsKey(name)) {
          throw unknown(signature, "knowledge", name);
        }
      }
      if (signature.subject() != null) {
        subjects.put(signature.id(), Phrase.of(signature.subject()));
      }
    }
  }

  /** Takes the app's next line; adds what it says to {@code out}. */
  public void accept(LogLine received, AppMemory memory, List<Signal> out) {
    LogLine line = Colours.removed(received);
    memory.vitals().count(line);
    ProcessMemory process = memory.process(line.process());
    List<Catalogue.Match> matches = catalogue.match(line);
    Trace ended = process.trace.accept(line, Speakers.anySpecific(Speakers.of(matches, null)));
    Trace own = ended != null && ended.head().offset() == line.offset() ? ended : null;
    if (ended != null && own == null) {
      raise(ended, out);
    }
    List<Catalogue.Match> speakers = Speakers.of(matches, own);
    for (Catalogue.Match match : speakers) {
      signal(match, line, memory, process, own, out);
    }
    if (own != null && !Speakers.anySpecific(speakers)) {
      raise(own, out);
    }
  }

  /** The app has been silent: whatever was waiting for another line is told now. */
  public void idle(AppMemory memory, List<Signal> out) {
    memory.eachProcess(process -> {
      Trace trace = process.trace.close();
      if (trace != null) {
        raise(trace, out);
      }
    });
  }

  private void signal(
      Catalogue.Match match,
      LogLine line,
      AppMemory memory,
      ProcessMemory process,
      @Nullable Trace trace,
      List<Signal> out) {
    Signature signature = match.signature();
    Map<String, Object> captures = new LinkedHashMap<>(match.captures());
    if (signature.signal().equals(MEMORY)) {
      note(line, memory, process, captures);
      return;
    }
    if (captures.get("lost") instanceof Long lost) {
      memory.vitals().dropped(line, lost);
    }
    if (signature.signal().startsWith("memory.") && process.used != null) {
      recall(process.used, captures);
    }
    if (trace != null) {
      place(trace, captures);
    }
    signature.enrich().forEach(name -> Objects.requireNonNull(knowledge.get(name)).add(captures));
    out.add(written(signature, line, captures));
  }

  private Signal written(Signature signature, LogLine line, Map<String, Object> captures) {
    Map<String, Object> values = new LinkedHashMap<>(captures);
    values.put("app", line.app());
    if (line.process() != null) {
      values.put("process", line.process());
      values.put("process-type", LogLine.processType(line.process()));
    }
    Phrase subject = subjects.get(signature.id());
    Remedy remedy = signature.remedy() == null ? null : remedies.get(signature.remedy());
    return new Signal(
        signature.signal(),
        signature.id(),
        line,
        subject == null ? null : subject.render(values),
        captures,
        remedy == null ? List.of() : remedy.write(values));
  }

  private void raise(Trace trace, List<Signal> out) {
    if (trace.spoken() || trace.head().origin() == Origin.PLATFORM) {
      return;
    }
    Map<String, Object> captures = new LinkedHashMap<>();
    captures.put("exception", trace.exception());
    captures.put("message", trace.message());
    if (!trace.rootCause().equals(trace.exception())) {
      captures.put("cause", trace.rootCause());
    }
    captures.put("fingerprint", trace.fingerprint());
    place(trace, captures);
    Remedy remedy = remedies.get("exception");
    Map<String, Object> values = new LinkedHashMap<>(captures);
    values.put("app", trace.head().app());
    out.add(
        new Signal(
            TRACE_SIGNAL,
            TRACE_SIGNATURE,
            trace.head(),
            trace.exception(),
            captures,
            remedy == null ? List.of() : remedy.write(values)));
  }

  private static void place(Trace trace, Map<String, Object> captures) {
    Frame own = trace.ownFrame();
    if (own != null) {
      captures.putIfAbsent("at", own.toString());
      if (own.function() != null) {
        captures.putIfAbsent("in", own.function());
      }
    }
  }

  private static void note(
      LogLine line, AppMemory memory, ProcessMemory process, Map<String, Object> captures) {
    if (!(captures.get("used") instanceof Long used)) {
      return;
    }
    Long quota = captures.get("quota") instanceof Long said ? said : null;
    if (quota == null
        && captures.get("percent") instanceof BigDecimal percent
        && percent.signum() > 0) {
      quota =
          BigDecimal.valueOf(used)
              .movePointRight(2)
              .divide(percent, 0, RoundingMode.HALF_UP)
              .longValue();
    }
    process.used = new Vitals.Memory(used, quota);
    memory.vitals().memory(line, used, quota);
  }

  private static void recall(Vitals.Memory seen, Map<String, Object> captures) {
    captures.putIfAbsent("used", seen.used());
    if (seen.quota() != null) {
      captures.putIfAbsent("quota", seen.quota());
      captures.putIfAbsent("percent", Math.round(100.0 * seen.used() / seen.quota()));
    }
  }

  private static IllegalArgumentException unknown(Signature signature, String what, String name) {
    return new IllegalArgumentException(
        "%s: signature '%s' names %s '%s', which there is not"
            .formatted(signature.file(), signature.id(), what, name));
  }

  /** A classifier with the same knowledge for another thread. */
  public Classifier copy() {
    return new Classifier(
        catalogue.copy(), new LinkedHashMap<>(remedies), new LinkedHashMap<>(knowledge));
  }

  /** All signatures it knows. */
  public List<Signature> signatures() {
    return new ArrayList<>(catalogue.signatures());
  }
}
