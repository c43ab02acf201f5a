package io.stormdrain.notifier.backtest;

import io.stormdrain.notifier.signal.StoryEntry;
import java.time.Instant;
import java.util.List;

/**
 * Entries of stories, told once more to alert rules. Time passes with them, so that what silence
 * brings about happens as it did.
 */
public final class Retelling {

  private final List<Backtest> rules;
  private final Instant from;
  private final Instant until;
  private Instant now;

  /**
   * Begins.
   *
   * @param rules all of which are told the same
   * @param from the first time
   * @param until the last time
   */
  public Retelling(List<Backtest> rules, Instant from, Instant until) {
    this.rules = List.copyOf(rules);
    this.from = from;
    this.until = until;
    this.now = from;
  }

  /** It is this time: whatever comes now was heard then. Less than a second is nothing. */
  public void pass(Instant time) {
    if (time.getEpochSecond() > now.getEpochSecond()) {
      now = time;
      rules.forEach(set -> set.pass(time));
    }
  }

  /** An app's story goes on. */
  public void tell(StoryEntry entry) {
    rules.forEach(set -> set.accept(entry, now));
  }

  /** Some apps have told all; the next begin anew. */
  public void end() {
    rules.forEach(set -> set.pass(until));
    now = from;
  }
}
