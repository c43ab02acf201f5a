package io.stormdrain.analyzer.classify;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stormdrain.analyzer.line.LogLine;
import io.stormdrain.analyzer.remedy.Knowledge;
import io.stormdrain.analyzer.remedy.Phrase;
import io.stormdrain.analyzer.remedy.Remedy;
import io.stormdrain.analyzer.signal.Signal;
import io.stormdrain.analyzer.signature.Signature;
import io.stormdrain.analyzer.trace.Fingerprint;
import io.stormdrain.analyzer.trace.Frame;
import io.stormdrain.analyzer.trace.Trace;
import io.stormdrain.analyzer.trace.Wording;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes signals of what was recognised: adds what is known about it, and what to do. */
final class SignalWriter {

  /** Says that something was thrown which no signature knows. */
  static final String TRACE_SIGNAL = "exception.raised";

  private static final String TRACE_SIGNATURE = "stack-trace";
  private static final String TRACE_REMEDY = "exception";

  private final Map<String, Remedy> remedies;
  private final Map<String, Knowledge> knowledge;
  private final Map<String, List<Phrase>> subjects = new HashMap<>();

  SignalWriter(
      List<Signature> signatures, Map<String, Remedy> remedies, Map<String, Knowledge> knowledge) {
    this.remedies = Map.copyOf(remedies);
    this.knowledge = Map.copyOf(knowledge);
    for (Signature signature : signatures) {
      if (signature.remedy() != null && !remedies.containsKey(signature.remedy())) {
        throw unknown(signature, "remedy", signature.remedy());
      }
      for (String name : signature.enrich()) {
        if (!knowledge.containsKey(name)) {
          throw unknown(signature, "knowledge", name);
        }
      }
      subjects.put(signature.id(), signature.subject().stream().map(Phrase::of).toList());
    }
  }

  /**
   * What a signature says.
   *
   * @param trace the stack trace that the line ends, if any
   */
  Signal of(
      Signature signature, LogLine line, Map<String, Object> captures, @Nullable Trace trace) {
    if (trace != null) {
      addPlace(trace, captures);
    }
    if (signature.signal().equals(TRACE_SIGNAL)) {
      captures.putIfAbsent("fingerprint", fingerprint(signature, captures));
    }
    if (signature.isUnknown()) {
      Wording wording = Wording.of(new String(line.text(), UTF_8));
      captures.put("template", wording.template());
      captures.put("fingerprint", wording.id());
    }
    signature.enrich().forEach(name -> Objects.requireNonNull(knowledge.get(name)).add(captures));
    Map<String, Object> values = values(line, captures);
    return new Signal(
        signature.signal(),
        signature.id(),
        line,
        Phrase.first(subjects.getOrDefault(signature.id(), List.of()), values),
        captures,
        remediation(signature.remedy(), values));
  }

  /** What a stack trace says that no signature has recognised. */
  Signal of(Trace trace) {
    Map<String, Object> captures = new LinkedHashMap<>();
    captures.put("exception", trace.exception());
    captures.put("message", trace.message());
    if (!trace.rootCause().equals(trace.exception())) {
      captures.put("cause", trace.rootCause());
    }
    captures.put("fingerprint", trace.fingerprint());
    addPlace(trace, captures);
    return new Signal(
        TRACE_SIGNAL,
        TRACE_SIGNATURE,
        trace.head(),
        subject(trace),
        captures,
        remediation(TRACE_REMEDY, values(trace.head(), captures)));
  }

  /** The class, where it tells one trouble from another; else what was said. */
  private static String subject(Trace trace) {
    return trace.isTelling() || trace.message().isBlank() ? trace.exception() : trace.message();
  }

  private static String fingerprint(Signature signature, Map<String, Object> captures) {
    return Fingerprint.of(
        signature.id(),
        String.valueOf(captures.get("exception")),
        Fingerprint.masked(String.valueOf(captures.get("message"))));
  }

  private List<String> remediation(@Nullable String remedy, Map<String, Object> values) {
    Remedy known = remedy == null ? null : remedies.get(remedy);
    return known == null ? List.of() : known.write(values);
  }

  private static Map<String, Object> values(LogLine line, Map<String, Object> captures) {
    Map<String, Object> values = new HashMap<>(captures);
    values.put("app", line.app());
    values.put("platform", line.platform());
    if (line.process() != null) {
      values.put("process", line.process());
      values.put("process-type", LogLine.processType(line.process()));
    }
    return values;
  }

  private static void addPlace(Trace trace, Map<String, Object> captures) {
    Frame own = trace.ownFrame();
    if (own != null) {
      captures.putIfAbsent("at", own.toString());
      if (own.function() != null) {
        captures.putIfAbsent("in", own.function());
      }
    }
  }

  private static IllegalArgumentException unknown(Signature signature, String what, String name) {
    return new IllegalArgumentException(
        "%s: signature '%s' names %s '%s', which there is not"
            .formatted(signature.file(), signature.id(), what, name));
  }
}
