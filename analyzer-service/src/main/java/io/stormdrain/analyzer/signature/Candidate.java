package io.stormdrain.analyzer.signature;

import io.stormdrain.analyzer.line.LogLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One pattern of one signature: what the scanner says may be in a line. */
public record Candidate(Signature signature, LinePattern pattern) {

  /** Whether the line is what it may be. */
  public boolean recognises(LogLine line) {
    LineText text = new LineText(line.text());
    Map<String, Object> read = signature.scope().covers(line) ? pattern.match(text) : null;
    return read != null && signature.captures(read, text) != null;
  }

  /** What its pattern reads from a line in which one of its literals was found. */
  @Nullable Map<String, Object> read(LineText text) {
    return pattern instanceof Template template && template.isText()
        ? Map.of()
        : pattern.match(text);
  }

  /** Every pattern, in the order in which they are to be asked. */
  static List<Candidate> of(List<Signature> signatures) {
    List<Candidate> all = new ArrayList<>();
    for (Signature signature : signatures) {
      signature.patterns().forEach(pattern -> all.add(new Candidate(signature, pattern)));
    }
    return all;
  }
}
