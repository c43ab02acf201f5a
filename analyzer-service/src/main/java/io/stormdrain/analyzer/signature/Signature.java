package io.stormdrain.analyzer.signature;

import io.stormdrain.analyzer.line.LogLine;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a line is recognised and what it then says.
 *
 * @param id unique in the catalogue: {@code heroku-boot-timeout}
 * @param scope which lines it looks at
 * @param patterns the first that matches counts
 * @param types types of captures that a regex or logfmt pattern reads as text
 * @param signal type of the signal it yields: {@code boot.timeout}
 * @param subject templates of the signal's subject, over captures and {@code {process}}; the first
 *     whose values are all known counts
 * @param remedy id of the remedy; null for none
 * @param enrich names of the knowledge to add to the captures, as {@code python-module}
 * @param inTrace text of which a frame's file must hold a part: {@code smtplib}; null for any line
 * @param generic yields only where no other signature speaks
 * @param guard what else must be in the line, or must not
 * @param file where it is written, with the number of its first line
 */
public record Signature(
    String id,
    Scope scope,
    List<LinePattern> patterns,
    Map<String, CaptureType> types,
    String signal,
    List<String> subject,
    @Nullable String remedy,
    List<String> enrich,
    @Nullable String inTrace,
    boolean generic,
    Guard guard,
    boolean ignoreCase,
    List<Sample> matches,
    List<String> rejects,
    String file) {

  /** Beginnings of the types of signals that tell how something ended. */
  private static final List<String> OUTCOMES =
      List.of(
          "build.", "deploy.", "release.", "process.", "job.", "vital.", "request.", "install.");

  /**
   * A line that must match.
   *
   * @param subject what the subject must then be; null where it is not checked
   */
  public record Sample(String line, @Nullable String subject) {}

  public Signature {
    patterns = List.copyOf(patterns);
    subject = List.copyOf(subject);
    types = Map.copyOf(types);
    enrich = List.copyOf(enrich);
    matches = List.copyOf(matches);
    rejects = List.copyOf(rejects);
  }

  /** Texts of which one is in every line that matches. */
  public Set<String> literals() {
    Set<String> literals = new LinkedHashSet<>();
    patterns.forEach(pattern -> literals.addAll(pattern.literals()));
    return literals;
  }

  /** The pattern that recognises the line, as it is written; null when none does. */
  @Nullable LinePattern patternOf(LogLine line) {
    LineText text = new LineText(line.text());
    return match(line) == null
        ? null
        : patterns.stream().filter(p -> p.match(text) != null).findFirst().orElse(null);
  }

  /** What was read from the line, or null when it is not this signature's. */
  public @Nullable Map<String, Object> match(LogLine line) {
    return scope.covers(line) ? match(new LineText(line.text())) : null;
  }

  /** The same for a text, whoever wrote it. */
  @Nullable Map<String, Object> match(LineText line) {
    for (LinePattern pattern : patterns) {
      Map<String, Object> captures = pattern.match(line);
      if (captures != null) {
        return captures(captures, line);
      }
    }
    return null;
  }

  /** What a pattern that matches has read, or null when the line is none of this signature's. */
  @Nullable Map<String, Object> captures(Map<String, Object> read, LineText line) {
    return guard.passes(line) && guard.hears(line) ? typed(read) : null;
  }

  /** Whether it says that a line is of no importance, whatever others see in it. */
  public boolean isNoise() {
    return isNoise(signal);
  }

  /** Whether it only says that a line calls itself an error. */
  public boolean isUnknown() {
    return signal.equals("error.unknown");
  }

  /** Whether it says how something ended, which tells nothing about why. */
  public boolean isOutcome() {
    return isOutcome(signal);
  }

  /** Whether it says that a build has ended well. */
  public boolean isSuccess() {
    return signal.equals("build.succeeded") || signal.equals("deploy.live");
  }

  static boolean isNoise(String signal) {
    return signal.startsWith("noise.");
  }

  static boolean isOutcome(String signal) {
    return OUTCOMES.stream().anyMatch(signal::startsWith);
  }

  private Map<String, Object> typed(Map<String, Object> captures) {
    if (types.isEmpty()) {
      return captures;
    }
    Map<String, Object> typed = new LinkedHashMap<>();
    captures.forEach((name, value) -> {
      CaptureType type = types.get(name);
      Object read = type == null ? value : type.value(value.toString());
      if (read != null) {
        typed.put(name, read);
      }
    });
    return typed;
  }
}
