package io.stormdrain.analyzer.classify;

import io.stormdrain.analyzer.signature.Catalogue.Match;
import io.stormdrain.analyzer.signature.Signature;
import io.stormdrain.analyzer.trace.Trace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which of the signatures that recognise a line have something to say about it. */
final class Speakers {

  private Speakers() {}

  /**
   * Those that ask for a trace only at the end of such a one; generic ones only where nobody else
   * speaks.
   *
   * @param trace the stack trace that this line ends, if any
   */
  static List<Match> of(List<Match> matches, @Nullable Trace trace) {
    if (matches.isEmpty() || (matches.size() == 1 && fits(matches.getFirst().signature(), trace))) {
      return matches;
    }
    List<Match> fitting = matches.stream().filter(match -> fits(match.signature(), trace)).toList();
    return anySpecific(fitting)
        ? fitting.stream().filter(match -> !match.signature().generic()).toList()
        : fitting;
  }

  static boolean anySpecific(List<Match> matches) {
    for (Match match : matches) {
      if (!match.signature().generic()) {
        return true;
      }
    }
    return false;
  }

  private static boolean fits(Signature signature, @Nullable Trace trace) {
    String part = signature.inTrace();
    return part == null || (trace != null && trace.wentThrough(part));
  }
}
