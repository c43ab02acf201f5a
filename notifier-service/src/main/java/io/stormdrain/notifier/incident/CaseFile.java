package io.stormdrain.notifier.incident;

import io.stormdrain.notifier.process.Story;
import io.stormdrain.notifier.signal.Signal;
import io.stormdrain.notifier.signal.StoryEntry;
import io.stormdrain.notifier.signal.Vitals;
import io.stormdrain.notifier.threshold.AlertRule;
import io.stormdrain.notifier.threshold.AlertRules;
import io.stormdrain.notifier.threshold.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One app's troubles: takes its story entry by entry and says what changes. Pure: it knows no clock
 * and no store; whoever calls it brings the time and keeps what has changed.
 */
public final class CaseFile {

  private final AlertRules rules;
  private final Docket docket;
  private final Lifecycle lifecycle;
  private final Recovery recovery;
  private final Absence absence;
  private final ReleaseWatch watch;
  private final Retention retention;
  private final Sighting sighting;
  private Story story;

  /**
   * @param story what is known of the app
   * @param docket its live findings and incidents
   * @param keep how many log lines a finding keeps as evidence, first and latest each
   */
  public CaseFile(AlertRules rules, Story story, Docket docket, int keep) {
    this.rules = rules;
    this.story = story;
    this.docket = docket;
    this.lifecycle = new Lifecycle(rules, docket);
    this.recovery = new Recovery(rules, docket, lifecycle);
    this.absence = new Absence(docket, lifecycle);
    this.watch = new ReleaseWatch(docket, lifecycle);
    this.retention = new Retention(rules);
    this.sighting = new Sighting(rules, docket, lifecycle, recovery, absence, watch, keep);
  }

  /** What is known of the app now. */
  public Story story() {
    return story;
  }

  /** Its findings and incidents now, and what has changed. */
  public Docket docket() {
    return docket;
  }

  /**
   * Takes the next entry of the story.
   *
   * @param wall the clock on the wall, for what is to happen if the app falls silent
   */
  public void accept(StoryEntry entry, Instant wall) {
    advance(entry.time());
    retention.prune(docket, story, entry.time());
    switch (entry) {
      case Vitals vitals -> turn(story.next(vitals), wall);
      case Signal signal -> {
        Story.Chapter chapter = story.next(signal);
        story = chapter.story();
        take(signal, wall);
        chapter.derived().forEach(further -> take(further, wall));
      }
    }
  }

  /**
   * Takes what was noticed of the app from outside. It is no word of the app's: its own time stands
   * still, so that nothing is over because the app is silent.
   */
  public void notice(Signal signal, Instant wall) {
    take(signal, wall);
  }

  /** The story goes on, and what follows from that is taken too. */
  private void turn(Story.Chapter chapter, Instant wall) {
    story = chapter.story();
    chapter.derived().forEach(signal -> take(signal, wall));
  }

  /** The app's own time has come this far: what was due until then happens, in its order. */
  public void advance(Instant to) {
    for (Optional<Finding> next = nextDue(to); next.isPresent(); next = nextDue(to)) {
      Due due = Objects.requireNonNull(next.get().due());
      happen(next.get(), due.then(), due.at());
    }
  }

  /**
   * The app is silent, and this is the time on the wall: what waits no longer happens.
   *
   * @param heard until when all that was said has been heard: what did not come after that may
   *     still be on its way
   */
  public void tick(Instant wall, Instant heard) {
    List<Finding> waiting =
        docket.findings().stream()
            .filter(finding -> isDueOnTheWall(finding, wall, heard))
            .sorted(Comparator.comparing(finding -> Objects.requireNonNull(finding.due()).at()))
            .toList();
    for (Finding finding : waiting) {
      Finding now = docket.find(FindingId.of(finding));
      if (now != null && now.due() != null && isDueOnTheWall(now, wall, heard)) {
        happen(now, now.due().then(), now.due().at());
      }
    }
  }

  /** What people do with its incidents. */
  public Handling handling() {
    return new Handling(docket, lifecycle);
  }

  private void take(Signal signal, Instant wall) {
    for (AlertRule rule : rules.resetBy(signal)) {
      docket.ofRule(rule.id()).stream()
          .filter(finding -> Recovery.sameProcess(finding, signal))
          .forEach(finding -> docket.put(finding.reset()));
    }
    for (Finding finding : docket.findings()) {
      if (finding.isLive()) {
        recovery.look(finding, signal, wall);
      }
    }
    for (AlertRule rule : rules.matching(signal)) {
      if (rule.stage() == Stage.CAUSE && !rule.shadow()) {
        story = story.saw(Titles.brief(rule, signal), signal.time());
      }
      sighting.of(rule, signal, story, wall);
    }
    sighting.correlate(story, signal.time());
  }

  private void happen(Finding finding, Due.Then then, Instant at) {
    switch (then) {
      case OPENS -> {
        AlertRule rule = rules.find(finding.rule());
        lifecycle.open(finding, rule == null ? null : Sighting.quiet(rule, finding), story, at);
      }
      case MISSED -> absence.missed(finding, story, at);
      case JUDGED -> watch.judge(finding, rules.find(finding.rule()), story, at);
      case RECOVERED -> lifecycle.resolve(finding, ResolveCause.RECOVERED, at);
      case QUIET -> lifecycle.resolve(finding, ResolveCause.QUIET, at);
      case RELEASED -> lifecycle.resolve(finding, ResolveCause.RELEASED, at);
    }
  }

  private Optional<Finding> nextDue(Instant to) {
    List<Finding> due = new ArrayList<>();
    for (Finding finding : docket.findings()) {
      if (finding.due() != null && !finding.due().at().isAfter(to)) {
        due.add(finding);
      }
    }
    return due.stream()
        .min(Comparator.comparing(finding -> Objects.requireNonNull(finding.due()).at()));
  }

  private static boolean isDueOnTheWall(Finding finding, Instant wall, Instant heard) {
    Due due = finding.due();
    return due != null
        && due.wall() != null
        && !due.wall().isAfter(due.then().listens() ? heard : wall);
  }
}
