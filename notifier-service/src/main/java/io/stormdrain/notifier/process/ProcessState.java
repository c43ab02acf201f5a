package io.stormdrain.notifier.process;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one process.
 *
 * <pre>
 *   starting --up--> up --stopping--> stopping --exited--> down
 *      |              |
 *      +----died------+--> dead --starting--> starting
 * </pre>
 *
 * @param startedAt when it was last started
 * @param upAt since when it is up; null while it is not
 * @param stoppedAt when it was last told to stop by its platform, for a restart, a release, a cycle
 * @param deaths deaths in a row, without having been up for a while between them
 * @param diedAt when it last died
 * @param deathOpen whether more lines about the last death may come: it died, and has not been
 *     started since
 * @param exitSeen whether the last death's exit status was told
 * @param toldBy signatures of the lines that told the last death
 */
public record ProcessState(
    @Nullable Instant startedAt,
    @Nullable Instant upAt,
    @Nullable Instant stoppedAt,
    int deaths,
    @Nullable Instant diedAt,
    boolean deathOpen,
    boolean exitSeen,
    @Nullable Set<String> toldBy) {

  /** A process that stays up for this long has recovered from whatever killed it before. */
  static final Duration STABLE = Duration.ofMinutes(1);

  /** Heroku gives 30 s after SIGTERM; an exit within this time is the end of the stop. */
  static final Duration STOPPING = Duration.ofSeconds(60);

  /** Lines of one death come within seconds, in any order. */
  static final Duration ONE_DEATH = Duration.ofSeconds(10);

  /** The same line about the same death, as from a second forwarder. */
  private static final Duration SAME_LINE = Duration.ofMillis(300);

  /** Nothing known yet. */
  static final ProcessState UNKNOWN =
      new ProcessState(null, null, null, 0, null, false, false, Set.of());

  public ProcessState {
    toldBy = toldBy == null ? Set.of() : Set.copyOf(toldBy);
  }

  ProcessState started(Instant at) {
    return isBeforeDeath(at)
        ? this
        : new ProcessState(at, null, stoppedAt, deaths, diedAt, false, exitSeen, toldBy);
  }

  ProcessState up(Instant at) {
    return isBeforeDeath(at)
        ? this
        : new ProcessState(startedAt, at, null, deaths, diedAt, false, exitSeen, toldBy);
  }

  ProcessState stopping(Instant at) {
    return new ProcessState(startedAt, upAt, at, deaths, diedAt, deathOpen, exitSeen, toldBy);
  }

  ProcessState died(Instant at, boolean byExit, String signature) {
    boolean wasStable = upAt != null && !at.isBefore(upAt.plus(STABLE));
    return new ProcessState(
        startedAt,
        null,
        stoppedAt,
        wasStable ? 1 : deaths + 1,
        at,
        true,
        byExit,
        Set.of(signature));
  }

  /** The last death was told once more, by another line. */
  ProcessState told(boolean byExit, String signature) {
    Set<String> all = new HashSet<>(told());
    all.add(signature);
    return new ProcessState(
        startedAt, upAt, stoppedAt, deaths, diedAt, deathOpen, exitSeen || byExit, all);
  }

  ProcessState down() {
    return new ProcessState(startedAt, null, null, 0, diedAt, false, exitSeen, toldBy);
  }

  boolean isStopping(Instant at) {
    return stoppedAt != null && !at.isAfter(stoppedAt.plus(STOPPING));
  }

  /**
   * Whether a line is about the last death too: every kind of line is written once for a death, so
   * the second of a kind is about another one.
   */
  boolean isSameDeath(Instant at, String signature) {
    return deathOpen
        && diedAt != null
        && !at.isAfter(diedAt.plus(ONE_DEATH.multipliedBy(6)))
        && !(told().contains(signature) && at.isAfter(diedAt.plus(SAME_LINE)));
  }

  /** Lines may be told late: a start in front of the death is the start of what has died. */
  private boolean isBeforeDeath(Instant at) {
    return deathOpen && diedAt != null && at.isBefore(diedAt);
  }

  private Set<String> told() {
    return Objects.requireNonNullElse(toldBy, Set.of());
  }
}
