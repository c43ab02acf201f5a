package io.stormdrain.notifier.incident;

import io.stormdrain.notifier.process.Release;
import io.stormdrain.notifier.threshold.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges releases by what became of them. Pure. */
public final class DeployWatch {

  /** What began later than this after a release is not its business. */
  private static final Duration ITS_OWN = Duration.ofHours(1);

  private DeployWatch() {}

  /** How a release went. */
  public enum Verdict {
    /** Too early to say. */
    WATCHING,
    /** Up, and without trouble for as long as was asked for. */
    HEALTHY,
    /** Trouble has begun under it, and is not over. */
    TROUBLED,
    /** Nothing was seen of it: no process came up, none died. */
    UNSEEN,
    /** The next release came before it could be judged. */
    SUPERSEDED
  }

  /**
   * Judges one release.
   *
   * @param next when the next release came; null when there is none
   * @param incidents of the app
   * @param healthyFor for how long it has to be well
   */
  public static Verdict of(
      Release release,
      @Nullable Instant next,
      List<Incident> incidents,
      Instant now,
      Duration healthyFor) {
    List<Incident> its = troubles(release, next, incidents);
    if (its.stream().anyMatch(Incident::isLive)) {
      return Verdict.TROUBLED;
    }
    Instant wellSince =
        its.stream().map(Incident::resolvedAt).reduce(release.upAt(), DeployWatch::later);
    Instant until = next == null ? now : next;
    if (release.upAt() != null
        && wellSince != null
        && !until.isBefore(wellSince.plus(healthyFor))) {
      return Verdict.HEALTHY;
    }
    if (next != null) {
      return Verdict.SUPERSEDED;
    }
    boolean late = !now.isBefore(release.at().plus(healthyFor));
    return release.upAt() == null && late ? Verdict.UNSEEN : Verdict.WATCHING;
  }

  /**
   * Incidents worth telling that began or came back under a release, the first one first. While
   * processes only die under it, whatever troubles the app is its trouble too.
   */
  public static List<Incident> troubles(
      Release release, @Nullable Instant next, List<Incident> incidents) {
    Instant anHour = release.at().plus(ITS_OWN);
    Instant end = next == null || next.isAfter(anHour) ? anHour : next;
    boolean onlyDies = next == null && release.upAt() == null && release.deaths() > 0;
    return incidents.stream()
        .filter(incident -> incident.severity() != Severity.INFO)
        .filter(incident ->
            (onlyDies && incident.isLive()) || isWithin(incident.beganAt(), release.at(), end))
        .sorted(Comparator.comparing(Incident::beganAt))
        .toList();
  }

  private static boolean isWithin(Instant time, Instant from, Instant end) {
    return !time.isBefore(from) && time.isBefore(end);
  }

  private static @Nullable Instant later(@Nullable Instant a, @Nullable Instant b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return a.isAfter(b) ? a : b;
  }
}
