package io.stormdrain.notifier.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How an incident ended before.
 *
 * @param ends when it was resolved, the latest few
 * @param flapping whether it comes and goes, and people were told so
 * @param fix what somebody did about it; null when nobody said so
 * @param backAt when it came back last; null when it never did
 */
public record Past(
    List<Instant> ends, boolean flapping, @Nullable Fix fix, @Nullable Instant backAt) {

  /** It never ended. */
  public static final Past NONE = new Past(List.of(), false, null, null);

  /** So many ends within the time below, and the trouble flaps. */
  static final int TOO_MANY_ENDS = 4;

  static final Duration FLAPS_WITHIN = Duration.ofMinutes(30);

  public Past {
    ends = ends == null ? List.of() : List.copyOf(ends);
  }

  /**
   * Somebody says that it is fixed.
   *
   * @param by who says so
   * @param note what was done; may be empty
   * @param release with which the fix comes; null when it is there already
   */
  public record Fix(String by, String note, @Nullable String release, Instant at) {
    public Fix {
      Objects.requireNonNull(by, "by");
      Objects.requireNonNull(note, "note");
    }

    /** {@code fixed in v42 by kim: pinned the version}. */
    String inWords() {
      return "fixed"
          + (release == null ? "" : " in " + release)
          + " by "
          + by
          + (note.isEmpty() ? "" : ": " + note);
    }
  }

  /** Whether one more end now would be one too many. */
  boolean endsTooOften(Instant now) {
    Instant since = now.minus(FLAPS_WITHIN);
    return ends.stream().filter(end -> end.isAfter(since)).count() >= TOO_MANY_ENDS - 1;
  }

  Past ended(Instant at) {
    List<Instant> latest =
        Stream.concat(
                ends.stream().skip(Math.max(0, ends.size() - TOO_MANY_ENDS + 1)), Stream.of(at))
            .toList();
    return new Past(latest, false, fix, backAt);
  }

  Past flaps() {
    return new Past(ends, true, fix, backAt);
  }

  Past fixed(@Nullable Fix by) {
    return new Past(ends, flapping, by, backAt);
  }

  Past back(Instant at) {
    return new Past(ends, flapping, fix, at);
  }
}
