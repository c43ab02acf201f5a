package io.stormdrain.analyzer.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

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
  boolean hears(byte[] text) {
    return anyLevel || !Level.isQuiet(text);
  }

  /** Whether its words are as wished: asked before a pattern, which takes far longer. */
  boolean passes(byte[] text) {
    if (with.isEmpty() && without.isEmpty()) {
      return true;
    }
    String line =
        new String(text, 0, Math.min(text.length, LinePattern.MAX_LENGTH), UTF_8)
            .toLowerCase(Locale.ROOT);
    return (with.isEmpty() || with.stream().anyMatch(line::contains))
        && without.stream().noneMatch(line::contains);
  }
}
