package io.stormdrain.analyzer.signature;

import java.util.List;
import java.util.Locale;

/**
 * What a line must hold beside a pattern, and what it must not; letters' case is put aside. Looked
 * at only where a literal was found.
 *
 * @param with one of these must be in the line; empty for no such wish
 * @param without none of these may be in the line
 * @param anyLevel whether the line counts although it calls itself information or less
 */
public record Guard(List<String> with, List<String> without, boolean anyLevel) {

  /** Everything passes. */
  static final Guard NONE = new Guard(List.of(), List.of(), true);

  public Guard {
    with = with.stream().map(text -> text.toLowerCase(Locale.ROOT)).toList();
    without = without.stream().map(text -> text.toLowerCase(Locale.ROOT)).toList();
  }

  /** Whether the line is loud enough. */
  boolean hears(LineText line) {
    return anyLevel || !line.isQuiet();
  }

  /** Whether its words are as wished. */
  boolean passes(LineText line) {
    return (with.isEmpty() || isOneIn(with, line)) && !isOneIn(without, line);
  }

  private static boolean isOneIn(List<String> words, LineText line) {
    for (String word : words) {
      if (line.lower().contains(word)) {
        return true;
      }
    }
    return false;
  }
}
