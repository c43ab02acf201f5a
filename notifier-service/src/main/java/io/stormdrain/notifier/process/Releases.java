package io.stormdrain.notifier.process;

import io.stormdrain.notifier.signal.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The last releases of an app, oldest first. Bounded. */
final class Releases {

  private static final int MOST = 10;

  /** A release and what it is about are told within seconds, in any order. */
  private static final Duration SAME_CHANGE = Duration.ofSeconds(5);

  /** A platform that names its releases has told of a deployment that goes live by then. */
  private static final Duration SAME_DEPLOY = Duration.ofMinutes(10);

  /** A release whose name nobody told. */
  private static final String NAMELESS = "?";

  private Releases() {}

  /**
   * A release was made. A log and a webhook may tell of one.
   *
   * @param what what it brings; null when nobody has said so yet
   */
  static List<Release> released(List<Release> releases, Signal signal, @Nullable String what) {
    String version = Objects.requireNonNullElse(signal.subject(), NAMELESS);
    return knows(releases, version) && !version.equals(NAMELESS)
        ? releases
        : with(releases, Release.made(version, signal.time(), what));
  }

  /** Where releases have no names, a deployment that has gone live is one, and is up. */
  static List<Release> live(List<Release> releases, Signal signal) {
    Instant at = signal.time();
    if (!releases.isEmpty() && at.isBefore(releases.getLast().at().plus(SAME_DEPLOY))) {
      return releases;
    }
    String name = Deploy.name(signal);
    String version = knows(releases, name) ? name + " " + Deploy.clock(at) : name;
    return with(releases, Release.made(version, at, null).up(at));
  }

  /** What the latest brings was told behind it. */
  static List<Release> changed(List<Release> releases, String what, Instant at) {
    return withLatest(
        releases,
        last -> last.what() == null && isOneChange(last.at(), at) ? last.brought(what) : last);
  }

  static boolean isOneChange(Instant a, Instant b) {
    return Duration.between(a, b).abs().compareTo(SAME_CHANGE) <= 0;
  }

  static boolean knows(List<Release> releases, String version) {
    return releases.stream().anyMatch(release -> release.version().equals(version));
  }

  private static List<Release> with(List<Release> releases, Release made) {
    List<Release> all = new ArrayList<>(releases);
    all.removeIf(other -> other.version().equals(made.version()));
    all.add(made);
    return all.subList(Math.max(0, all.size() - MOST), all.size());
  }

  /** With the latest changed. */
  static List<Release> withLatest(List<Release> releases, UnaryOperator<Release> change) {
    if (releases.isEmpty()) {
      return releases;
    }
    List<Release> all = new ArrayList<>(releases);
    all.set(all.size() - 1, change.apply(releases.getLast()));
    return all;
  }

  /** The newest at that time, null when none is known. */
  static @Nullable Release at(List<Release> releases, Instant time) {
    return releases.stream()
        .filter(release -> !release.at().isAfter(time))
        .reduce((earlier, later) -> later)
        .orElse(null);
  }

  /** The newest made before that time that was well, null when none is known. */
  static @Nullable Release lastGood(List<Release> releases, Instant before) {
    return releases.stream()
        .filter(release -> release.at().isBefore(before))
        .filter(Release::isGood)
        .reduce((earlier, later) -> later)
        .orElse(null);
  }
}
