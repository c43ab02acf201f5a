package io.stormdrain.notifier.incident;

import io.stormdrain.notifier.process.Release;
import io.stormdrain.notifier.process.Story;
import io.stormdrain.notifier.signal.Signal;
import io.stormdrain.notifier.threshold.AlertRule;
import io.stormdrain.notifier.threshold.Condition;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Watches each release for a while, says how it went, and says so once more at the end. It is an
 * incident for the record: of trouble under the release people learn by the trouble's own.
 *
 * <pre>
 *   released --first--> PENDING to OPEN --last--> RESOLVED(judged)
 *       |                                |
 *       +---the next release: dropped    +---the next release--> RESOLVED(superseded)
 * </pre>
 */
final class ReleaseWatch {

  /** On its way a line may wait this long: before that nothing is called missing. */
  private static final Duration ON_ITS_WAY = Duration.ofSeconds(10);

  private final Docket docket;
  private final Lifecycle lifecycle;

  ReleaseWatch(Docket docket, Lifecycle lifecycle) {
    this.docket = docket;
    this.lifecycle = lifecycle;
  }

  /** A release came: the one before it is watched no longer. One told twice is one. */
  void begin(AlertRule rule, Condition.Watched watched, Signal signal, Story story, Instant wall) {
    if (story.releases().isEmpty()) {
      return;
    }
    Release release = story.releases().getLast();
    FindingId id = new FindingId(rule.id(), release.version());
    if (docket.find(id) != null || !release.at().equals(signal.time())) {
      return;
    }
    docket.ofRule(rule.id()).forEach(before -> end(before, release.at()));
    Finding blank = Finding.blank(id, rule.severity(), signal).ofApp();
    docket.put(blank.due(FindingState.PENDING, due(release.at(), watched.first(), wall)));
  }

  /** The time has come to say how it went. */
  void judge(Finding finding, @Nullable AlertRule rule, Story story, Instant at) {
    Release release = story.release(finding.key());
    if (release == null || rule == null || !(rule.opens() instanceof Condition.Watched watched)) {
      docket.drop(finding);
      return;
    }
    ReleaseReport report = ReleaseReport.of(release, story, docket, at);
    Finding said = finding.saying(report.words(), report.steps());
    if (finding.state() == FindingState.PENDING) {
      lifecycle.open(said, next(finding, release, watched), story, at);
    } else {
      lifecycle.seenAgain(finding, said, at);
      lifecycle.resolve(said, ResolveCause.JUDGED, at);
    }
  }

  private void end(Finding before, Instant at) {
    switch (before.state()) {
      case PENDING -> docket.drop(before);
      case OPEN, RECOVERING -> lifecycle.resolve(before, ResolveCause.SUPERSEDED, at);
      case RESOLVED -> {
        // The last word on it is said.
      }
    }
  }

  private static Due due(Instant released, Duration after, Instant wall) {
    Duration left = after.minus(Duration.between(released, wall));
    // What is told so late is an old story: it goes on by its own time.
    Instant onTheWall =
        left.isNegative() ? null : wall.plus(left.compareTo(ON_ITS_WAY) < 0 ? ON_ITS_WAY : left);
    return new Due(released.plus(after), onTheWall, Due.Then.JUDGED);
  }

  private static Due next(Finding finding, Release release, Condition.Watched watched) {
    Instant wall = Objects.requireNonNull(finding.due()).wall();
    Duration further = watched.last().minus(watched.first());
    return new Due(
        release.at().plus(watched.last()),
        wall == null ? null : wall.plus(further),
        Due.Then.JUDGED);
  }
}
