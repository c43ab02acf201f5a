package io.stormdrain.notifier.console;

import io.stormdrain.notifier.message.InWords;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** A time on a page: for programs, in UTC, and how long ago. */
public record Moment(Instant at) {

  private static final Duration JUST_NOW = Duration.ofSeconds(5);

  static @Nullable Moment of(@Nullable Instant at) {
    return at == null ? null : new Moment(at);
  }

  /** {@code 2026-02-10T14:03:05Z}. */
  public String iso() {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** {@code 2026-02-10 14:03:05 UTC}. */
  public String utc() {
    return InWords.time(at);
  }

  /** {@code 14:03:05}, UTC. */
  public String clock() {
    return InWords.clock(at);
  }

  /** {@code 4 min ago}, {@code in 20 s}. */
  public String ago(Instant now) {
    Duration since = Duration.between(at, now);
    if (since.abs().compareTo(JUST_NOW) < 0) {
      return "just now";
    }
    return since.isNegative()
        ? "in " + InWords.duration(since.negated())
        : InWords.duration(since) + " ago";
  }
}
