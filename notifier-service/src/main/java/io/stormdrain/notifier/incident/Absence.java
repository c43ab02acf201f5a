package io.stormdrain.notifier.incident;

import io.stormdrain.notifier.process.Story;
import io.stormdrain.notifier.signal.Signal;
import io.stormdrain.notifier.threshold.Condition;
import java.time.Duration;
import java.time.Instant;

/** Waits for what is expected: trouble is that it does not come. */
final class Absence {

  /** On its way a line may wait this long: before that nobody is called silent. */
  private static final Duration ON_ITS_WAY = Duration.ofSeconds(10);

  /** What is counted in windows is told so much later than other signals of the same time. */
  private static final Duration COUNTED = Duration.ofSeconds(20);

  private final Docket docket;
  private final Lifecycle lifecycle;

  Absence(Docket docket, Lifecycle lifecycle) {
    this.docket = docket;
    this.lifecycle = lifecycle;
  }

  /**
   * It came. What was missed is over, and it is waited for again, unless it came so late that this
   * is an old story.
   */
  void came(Finding seen, Condition.Absent absent, Signal signal, Instant wall) {
    FindingState state = seen.state();
    docket.put(seen.due(state, null));
    if (state == FindingState.OPEN || state == FindingState.RECOVERING) {
      lifecycle.resolve(seen.due(state, null), ResolveCause.RECOVERED, signal.time());
    }
    Finding now = docket.find(FindingId.of(seen));
    Duration patience = absent.patience(signal);
    Duration late = Duration.between(seen.lastSeen(), wall);
    if (now == null || patience == null || late.compareTo(patience) >= 0) {
      if (now != null && now.state() == FindingState.PENDING) {
        docket.drop(now);
      }
      return;
    }
    Duration left = late.isNegative() ? patience : patience.minus(late);
    Instant onTheWall = wall.plus(left.compareTo(ON_ITS_WAY) < 0 ? ON_ITS_WAY : left);
    Due due = new Due(seen.lastSeen().plus(patience).plus(COUNTED), onTheWall, Due.Then.MISSED);
    docket.put(now.due(now.state(), due));
  }

  /** It did not come. */
  void missed(Finding finding, Story story, Instant at) {
    Finding since = finding.since(finding.lastSeen());
    if (finding.state() == FindingState.RESOLVED) {
      lifecycle.reopen(since, null, story, at);
    } else {
      lifecycle.open(since, null, story, at);
    }
  }
}
