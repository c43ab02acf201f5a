package io.stormdrain.analyzer.classify;

import io.stormdrain.analyzer.signature.Catalogue.Match;
import io.stormdrain.analyzer.signature.Signature;
import io.stormdrain.analyzer.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which of the signatures that recognise a line have something to say about it.
 *
 * @param now those that speak at once
 * @param generic those that speak only if the line's stack trace brings nothing better
 * @param specific whether one of those that speak says what the line is about, so that its trace
 *     need not be told: what only says how something ended does not
 * @param unknown who says no more than that the line is an error, where nobody knows better
 */
record Speakers(List<Match> now, List<Match> generic, boolean specific, @Nullable Match unknown) {

  private static final Speakers NOBODY = new Speakers(List.of(), List.of(), false, null);

  private static final Speakers HUSHED = new Speakers(List.of(), List.of(), true, null);

  /** Whether the line is of no importance, with the trace that it begins. */
  boolean hushed() {
    return now.isEmpty() && specific;
  }

  /**
   * Of those that match: noise silences all others; those that ask for a trace speak only at the
   * end of such a one; generic ones only where no specific one speaks.
   *
   * @param trace the stack trace that this line ends, if any
   */
  static Speakers of(List<Match> matches, @Nullable Trace trace) {
    if (matches.isEmpty()) {
      return NOBODY;
    }
    if (matches.size() == 1) {
      return ofOne(matches, trace);
    }
    List<Match> now = new ArrayList<>(matches.size());
    List<Match> generic = new ArrayList<>(1);
    boolean specific = false;
    for (Match match : matches) {
      Signature signature = match.signature();
      if (signature.isNoise()) {
        return HUSHED;
      }
      if (fits(signature, trace)) {
        add(signature.generic() ? generic : now, match);
        specific |= !signature.generic() && !signature.isOutcome();
      }
    }
    Match unknown = unknown(matches, now.size() + generic.size());
    return new Speakers(now, specific ? List.of() : generic, specific, unknown);
  }

  /** A line says one thing of a kind: the signature that reads more from it says it. */
  private static void add(List<Match> speakers, Match match) {
    for (int i = 0; i < speakers.size(); i++) {
      Match other = speakers.get(i);
      if (other.signature().signal().equals(match.signature().signal())) {
        if (match.captures().size() > other.captures().size()) {
          speakers.set(i, match);
        }
        return;
      }
    }
    speakers.add(match);
  }

  /** By far the most frequent number. */
  private static Speakers ofOne(List<Match> matches, @Nullable Trace trace) {
    Signature signature = matches.getFirst().signature();
    if (signature.isNoise()) {
      return HUSHED;
    }
    if (!fits(signature, trace)) {
      return signature.isUnknown()
          ? new Speakers(List.of(), List.of(), false, matches.getFirst())
          : NOBODY;
    }
    return signature.generic()
        ? new Speakers(List.of(), matches, false, null)
        : new Speakers(matches, List.of(), !signature.isOutcome(), null);
  }

  private static @Nullable Match unknown(List<Match> matches, int known) {
    return known > 0
        ? null
        : matches.stream().filter(m -> m.signature().isUnknown()).findFirst().orElse(null);
  }

  private static boolean fits(Signature signature, @Nullable Trace trace) {
    if (signature.isUnknown()) {
      return false;
    }
    String part = signature.inTrace();
    return part == null || (trace != null && trace.wentThrough(part));
  }
}
