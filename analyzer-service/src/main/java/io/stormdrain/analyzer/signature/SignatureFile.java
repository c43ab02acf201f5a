package io.stormdrain.analyzer.signature;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.stormdrain.analyzer.line.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A signature as it is written in a catalogue file. */
record SignatureFile(
    String id,
    @Nullable ScopeFile scope,
    @Nullable String pattern,
    @Nullable List<String> patterns,
    @Nullable String regex,
    @Nullable Map<String, String> logfmt,
    @Nullable List<String> captures,
    @Nullable List<String> literals,
    @JsonProperty("ignore-case") boolean ignoreCase,
    @Nullable Map<String, String> types,
    String signal,
    @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        @Nullable List<String> subject,
    @Nullable String remedy,
    @Nullable List<String> enrich,
    @JsonProperty("in-trace") @Nullable String inTrace,
    boolean generic,
    @Nullable List<String> with,
    @Nullable List<String> without,
    @JsonProperty("any-level") boolean anyLevel,
    List<SampleFile> matches,
    List<String> rejects) {

  record ScopeFile(@Nullable String platform, @Nullable Origin origin, @Nullable String process) {}

  record SampleFile(String line, @Nullable String subject) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static SampleFile of(String line) {
      return new SampleFile(line, null);
    }

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    static SampleFile of(
        @JsonProperty("line") String line, @JsonProperty("subject") @Nullable String subject) {
      return new SampleFile(line, subject);
    }
  }

  /** Throws IllegalArgumentException that says what is wrong. */
  Signature signature(String file) {
    require(id != null && id.matches("[a-z0-9][a-z0-9-]*"), "id must be in kebab-case, got " + id);
    require(
        signal != null && signal.matches("[a-z]+(\\.[a-z]+)+"),
        "signal must be dotted words, got " + signal);
    require(matches != null && matches.size() > 1, "needs at least two samples in 'matches'");
    require(rejects != null && !rejects.isEmpty(), "needs at least one sample in 'rejects'");
    return new Signature(
        id,
        scope == null ? Scope.ANY : new Scope(scope.platform, scope.origin, scope.process),
        linePatterns(),
        typesByName(),
        signal,
        Objects.requireNonNullElse(subject, List.of()),
        remedy,
        Objects.requireNonNullElse(enrich, List.of()),
        inTrace,
        generic,
        new Guard(
            Objects.requireNonNullElse(with, List.of()),
            Objects.requireNonNullElse(without, List.of()),
            anyLevel || speaksAtAnyLevel()),
        ignoreCase,
        matches.stream().map(s -> new Signature.Sample(s.line(), s.subject())).toList(),
        rejects,
        file);
  }

  /** What platforms say, and what ends well, is not weighed by levels. */
  private boolean speaksAtAnyLevel() {
    return (scope != null && scope.origin == Origin.PLATFORM)
        || Signature.isOutcome(signal)
        || Signature.isNoise(signal);
  }

  private List<LinePattern> linePatterns() {
    List<LinePattern> all = new ArrayList<>();
    if (pattern != null) {
      all.add(Template.of(pattern, ignoreCase));
    }
    for (String one : Objects.requireNonNullElse(patterns, List.<String>of())) {
      all.add(Template.of(one, ignoreCase));
    }
    if (regex != null) {
      all.add(Regex.of(regex, Objects.requireNonNullElse(literals, List.of()), ignoreCase));
    }
    if (logfmt != null) {
      all.add(new Logfmt(logfmt, Objects.requireNonNullElse(captures, List.of())));
    }
    if (all.isEmpty()) {
      for (String literal : Objects.requireNonNullElse(literals, List.<String>of())) {
        all.add(Template.of(literal.replace("{", "{{").replace("}", "}}"), ignoreCase));
      }
    }
    require(!all.isEmpty(), "needs 'pattern', 'patterns', 'regex', 'logfmt' or 'literals'");
    return all;
  }

  private Map<String, CaptureType> typesByName() {
    return Objects.requireNonNullElse(types, Map.<String, String>of()).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, type -> CaptureType.of(type.getValue())));
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException(what);
    }
  }
}
