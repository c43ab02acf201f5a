package io.stormdrain.notifier.incident;

import io.stormdrain.notifier.process.Release;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The release before the first occurrence. A suspicion with its grade, never a verdict.
 *
 * @param what what the release brought, when the platform said it
 */
public record Suspect(String release, Instant at, @Nullable String what, Grade grade) {

  /** How strong the suspicion is. */
  public enum Grade {
    /** It began within 15 minutes of the release. */
    STRONG,
    /** It began within a day of the release. */
    POSSIBLE
  }

  private static final Duration STRONG = Duration.ofMinutes(15);
  private static final Duration POSSIBLE = Duration.ofDays(1);

  static @Nullable Suspect of(@Nullable Release release, Instant firstSeen) {
    if (release == null) {
      return null;
    }
    Duration age = Duration.between(release.at(), firstSeen);
    if (age.compareTo(POSSIBLE) > 0) {
      return null;
    }
    Grade grade = age.compareTo(STRONG) <= 0 ? Grade.STRONG : Grade.POSSIBLE;
    return new Suspect(release.version(), release.at(), release.what(), grade);
  }
}
