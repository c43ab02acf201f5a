package io.stormdrain.ingest.json;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Labels as Loki's agents write them: {@code {app="shop", line="a \"b\""}}. */
final class LokiLabels {
  /** Possessive, so that nothing takes longer than it is long. */
  private static final Pattern LABEL =
      Pattern.compile("([A-Za-z_][A-Za-z0-9_]*+)\\s*+=\\s*+\"((?:[^\"\\\\]|\\\\.)*+)\"");

  private static final Pattern ESCAPED = Pattern.compile("\\\\(.)", Pattern.DOTALL);

  private LokiLabels() {}

  static void read(String text, JsonObject into) {
    Matcher label = LABEL.matcher(text);
    while (label.find()) {
      into.add(label.group(1), ESCAPED.matcher(label.group(2)).replaceAll("$1"));
    }
  }
}
