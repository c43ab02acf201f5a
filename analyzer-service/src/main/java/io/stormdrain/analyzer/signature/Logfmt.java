package io.stormdrain.analyzer.signature;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A line of {@code key=value} pairs in any order, as Heroku's router writes it: values may be empty
 * or quoted, quoted ones may hold spaces and {@code =}, bare words may stand between.
 *
 * @param wanted pairs that must be there
 * @param captures keys whose values are taken along; empty values are left out
 */
record Logfmt(Map<String, String> wanted, List<String> captures) implements LinePattern {

  Logfmt {
    if (wanted.isEmpty()) {
      throw new IllegalArgumentException("logfmt needs at least one 'key: value' that must match");
    }
    wanted = Map.copyOf(wanted);
    captures = List.copyOf(captures);
  }

  @Override
  public String source() {
    return wanted.entrySet().stream()
        .map(pair -> pair.getKey() + "=" + pair.getValue())
        .sorted()
        .collect(Collectors.joining(" "));
  }

  @Override
  public List<String> literals() {
    return wanted.entrySet().stream()
        .map(pair -> pair.getKey() + "=" + pair.getValue())
        .max((a, b) -> Integer.compare(a.length(), b.length()))
        .stream()
        .toList();
  }

  @Override
  public @Nullable Map<String, Object> match(LineText line) {
    Map<String, String> pairs = pairs(line.text());
    for (Map.Entry<String, String> pair : wanted.entrySet()) {
      if (!pair.getValue().equals(pairs.get(pair.getKey()))) {
        return null;
      }
    }
    Map<String, Object> found = new LinkedHashMap<>();
    for (String key : captures) {
      String value = pairs.get(key);
      if (value != null && !value.isEmpty()) {
        found.put(key, value);
      }
    }
    return found;
  }

  /** All pairs of a line; of a key that comes twice the first. */
  static Map<String, String> pairs(String line) {
    Map<String, String> pairs = new LinkedHashMap<>();
    int at = 0;
    while (at < line.length()) {
      int word = at;
      while (at < line.length() && line.charAt(at) != ' ' && line.charAt(at) != '=') {
        at++;
      }
      if (at < line.length() && line.charAt(at) == '=') {
        int end = valueEnd(line, at + 1);
        boolean quoted = at + 1 < line.length() && line.charAt(at + 1) == '"';
        pairs.putIfAbsent(
            line.substring(word, at),
            quoted
                ? line.substring(at + 2, Math.max(at + 2, end - 1))
                : line.substring(at + 1, end));
        at = end;
      }
      at++;
    }
    return pairs;
  }

  private static int valueEnd(String line, int from) {
    if (from < line.length() && line.charAt(from) == '"') {
      int close = line.indexOf('"', from + 1);
      return close < 0 ? line.length() : close + 1;
    }
    int space = line.indexOf(' ', from);
    return space < 0 ? line.length() : space;
  }
}
