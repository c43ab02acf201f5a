package io.stormdrain.notifier.process;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One start of a process, and how it went.
 *
 * @param process {@code web.1}
 * @param attempts how often its own check of dependencies found something missing
 * @param installs how many packages it began to install for that
 * @param dependencies what became of the check
 * @param portAt when its port was bound; null while that was not told
 * @param upAt when its platform called it up; null before
 * @param servedAt end of the first 10 s in which a request was answered well after that; null
 *     before
 * @param endedAt when it ended, died or was stopped; null while it lives
 */
public record Boot(
    String process,
    Instant at,
    int attempts,
    int installs,
    Dependencies dependencies,
    @Nullable Instant portAt,
    @Nullable Instant upAt,
    @Nullable Instant servedAt,
    @Nullable Instant endedAt) {

  /** What a start's own check of dependencies says. */
  public enum Dependencies {
    /** It says nothing: there is none. */
    UNCHECKED,
    /** Something was missing, and is being installed. */
    MISSING,
    SATISFIED,
    /** It was given up. */
    ABANDONED
  }

  static Boot begun(String process, Instant at) {
    return new Boot(process, at, 0, 0, Dependencies.UNCHECKED, null, null, null, null);
  }

  /** Whether it has neither come up nor ended. */
  boolean isGoingOn() {
    return upAt == null && endedAt == null;
  }

  Boot missed() {
    return checked(attempts + 1, installs, Dependencies.MISSING);
  }

  Boot installing() {
    return checked(attempts, installs + 1, dependencies);
  }

  Boot checked(Dependencies outcome) {
    return checked(attempts, installs, outcome);
  }

  private Boot checked(int tries, int installed, Dependencies outcome) {
    return new Boot(process, at, tries, installed, outcome, portAt, upAt, servedAt, endedAt);
  }

  Boot bound(Instant time) {
    return reached(portAt == null ? time : portAt, upAt, servedAt, endedAt);
  }

  Boot up(Instant time) {
    return reached(portAt, upAt == null ? time : upAt, servedAt, endedAt);
  }

  Boot served(Instant time) {
    return reached(portAt, upAt, servedAt == null ? time : servedAt, endedAt);
  }

  Boot ended(Instant time) {
    return reached(portAt, upAt, servedAt, endedAt == null ? time : endedAt);
  }

  private Boot reached(
      @Nullable Instant port,
      @Nullable Instant up,
      @Nullable Instant served,
      @Nullable Instant ended) {
    return new Boot(process, at, attempts, installs, dependencies, port, up, served, ended);
  }
}
