package io.stormdrain.notifier.process;

import java.time.Duration;
import java.time.Instant;
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
 */
public record ProcessState(
    @Nullable Instant startedAt,
    @Nullable Instant upAt,
    @Nullable Instant stoppedAt,
    int deaths,
    @Nullable Instant diedAt,
    boolean deathOpen,
    boolean exitSeen) {

  /** A process that stays up for this long has recovered from whatever killed it before. */
  static final Duration STABLE = Duration.ofMinutes(1);

  /** Heroku gives 30 s after SIGTERM; an exit within this time is the end of the stop. */
  static final Duration STOPPING = Duration.ofSeconds(60);

  /** Lines of one death come within seconds, in any order. */
  static final Duration ONE_DEATH = Duration.ofSeconds(10);

  /** Nothing known yet. */
  static final ProcessState UNKNOWN = new ProcessState(null, null, null, 0, null, false, false);

  ProcessState started(Instant at) {
    return new ProcessState(at, null, stoppedAt, deaths, diedAt, false, exitSeen);
  }

  ProcessState up(Instant at) {
    return new ProcessState(startedAt, at, null, deaths, diedAt, false, exitSeen);
  }

  ProcessState stopping(Instant at) {
    return new ProcessState(startedAt, upAt, at, deaths, diedAt, deathOpen, exitSeen);
  }

  ProcessState died(Instant at, boolean byExit) {
    boolean wasStable = upAt != null && !at.isBefore(upAt.plus(STABLE));
    return new ProcessState(
        startedAt, null, stoppedAt, wasStable ? 1 : deaths + 1, at, true, byExit);
  }

  ProcessState exitTold() {
    return new ProcessState(startedAt, upAt, stoppedAt, deaths, diedAt, deathOpen, true);
  }

  ProcessState down() {
    return new ProcessState(startedAt, null, null, 0, diedAt, false, exitSeen);
  }

  boolean isStopping(Instant at) {
    return stoppedAt != null && !at.isAfter(stoppedAt.plus(STOPPING));
  }

  boolean isSameDeath(Instant at) {
    return deathOpen && diedAt != null && !at.isAfter(diedAt.plus(ONE_DEATH.multipliedBy(6)));
  }
}
