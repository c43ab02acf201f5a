package io.stormdrain.analyzer.signal;

import io.stormdrain.analyzer.line.LogLine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A classified fact, read from one line.
 *
 * @param type the fact: {@code process.exited}, {@code module.missing}
 * @param signature which signature recognised it
 * @param line the evidence
 * @param subject what it is about, as the log writes it
 * @param captures what was read from the line: text, whole and decimal numbers
 * @param remediation what to do, most likely first
 */
public record Signal(
    String type,
    String signature,
    LogLine line,
    @Nullable String subject,
    Map<String, Object> captures,
    List<String> remediation) {

  /** How much of the line goes along as evidence, in characters. */
  public static final int MAX_EVIDENCE = 2_000;

  public Signal {
    remediation = List.copyOf(remediation);
  }

  /** The same, said of a line that came so much later than others of its app; 0 when it did not. */
  public Signal late(long seconds) {
    if (seconds == 0) {
      return this;
    }
    Map<String, Object> more = new LinkedHashMap<>(captures);
    more.put("late", seconds);
    return new Signal(type, signature, line, subject, more, remediation);
  }

  /** The same line always makes the same id, so a signal that comes twice can be told. */
  public String id() {
    return line.partition() + "/" + line.offset() + "/" + signature;
  }
}
