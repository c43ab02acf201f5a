package io.stormdrain.analyzer.classify;

import java.util.HashSet;
import java.util.Set;

/**
 * Which unknown errors of an app were told lately: each wording is told once in ten minutes of the
 * lines' own time, so that a noisy app does not fill the topic with what it repeats.
 */
final class UnknownErrors {

  private static final long WINDOW_NANOS = 600L * 1_000_000_000;

  /** An app that finds new words all the time is heard no further in this window. */
  private static final int MAX_WORDINGS = 100;

  private final Set<String> told = new HashSet<>(4);
  private long window = Long.MIN_VALUE;

  /** Whether the wording was not told in the window that holds this time. */
  boolean isNews(String wording, long time) {
    long current = Math.floorDiv(time, WINDOW_NANOS);
    if (current != window) {
      told.clear();
      window = current;
    }
    return told.size() < MAX_WORDINGS && told.add(wording);
  }
}
