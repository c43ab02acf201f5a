package io.stormdrain.notifier.silence;

import io.stormdrain.notifier.route.Matchers;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody does not want to be told of incidents that are like that. Pure.
 *
 * @param by who asked
 * @param endedAt when somebody ended it before its time; null when nobody did
 */
public record Silence(
    long id,
    Matchers matchers,
    End end,
    String by,
    String why,
    Instant createdAt,
    @Nullable Instant endedAt,
    @Nullable String endedBy) {

  public Silence {
    Objects.requireNonNull(end, "end");
    if (matchers.wanted().isEmpty()) {
      throw new IllegalArgumentException("a silence about everything hides everything");
    }
  }

  /** Whether it is not over, as far as the clock knows. */
  public boolean isActive(Instant now) {
    return endedAt == null && !(end instanceof End.At(Instant time) && !now.isBefore(time));
  }

  /** Whether it holds for an incident that is like that. */
  public boolean holds(Facts facts, Instant now) {
    return isActive(now)
        && switch (end) {
          case End.At at -> true;
          case End.NextRelease next ->
              facts.lastRelease() == null || !facts.lastRelease().isAfter(createdAt);
          case End.CountDoubles doubles -> {
            Long before = doubles.counts().get(facts.incident());
            yield before != null && facts.count() < 2 * before;
          }
        };
  }

  /** When to look again whether it holds, at the latest. */
  public Instant look(Instant now, Instant usual) {
    return end instanceof End.At(Instant time) ? time : usual;
  }

  /** {@code silence 3 by ann: bigger dyno in v44}. */
  public String text() {
    return "silence " + id + " by " + by + (why.isEmpty() ? "" : ": " + why);
  }
}
