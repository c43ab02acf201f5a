package io.stormdrain.analyzer.signature;

import io.stormdrain.analyzer.line.LogLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Why a signature recognises a line.
 *
 * @param literal the text by which the scanner found it
 * @param pattern the pattern that then matched, as it is written
 * @param captures what was read
 */
public record Explanation(
    Signature signature, String literal, String pattern, Map<String, Object> captures) {

  /** All signatures that recognise the line, in the order of the catalogue. */
  public static List<Explanation> of(Catalogue catalogue, LogLine line) {
    List<Explanation> all = new ArrayList<>();
    for (Catalogue.Match match : catalogue.match(line)) {
      LinePattern pattern = match.signature().patternOf(line);
      if (pattern != null) {
        all.add(
            new Explanation(
                match.signature(),
                literal(match.signature(), line.text()),
                pattern.source(),
                match.captures()));
      }
    }
    return all;
  }

  /** The longest of those that stand in the line. */
  private static String literal(Signature signature, byte[] text) {
    return signature.literals().stream()
        .filter(written ->
            Literal.of(written, new int[0], signature.ignoreCase()).isIn(text, text.length))
        .max((a, b) -> Integer.compare(a.length(), b.length()))
        .orElse("");
  }
}
