package io.stormdrain.analyzer.signature;

import io.stormdrain.analyzer.line.LogLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One pattern of one signature: what the scanner says may be in a line. */
public record Candidate(Signature signature, LinePattern pattern) {

  /** Whether the line is what it may be. */
  public boolean recognises(LogLine line) {
    LineText text = new LineText(line.text());
    Map<String, Object> read = signature.scope().covers(line) ? pattern.match(text) : null;
    return read != null && signature.captures(read, text) != null;
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
