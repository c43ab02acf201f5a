package io.stormdrain.notifier.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.stormdrain.notifier.backtest.Backtest;
import io.stormdrain.notifier.backtest.Comparison;
import io.stormdrain.notifier.backtest.Difference;
import io.stormdrain.notifier.backtest.Retelling;
import io.stormdrain.notifier.kept.KeptSignals;
import io.stormdrain.notifier.rulebook.OwnRules;
import io.stormdrain.notifier.rulebook.Rules;
import io.stormdrain.notifier.rulebook.WrittenRule;
import io.stormdrain.notifier.signal.StoryEntry;
import io.stormdrain.notifier.store.IncidentView;
import io.stormdrain.notifier.threshold.AlertRules;
import io.stormdrain.notifier.threshold.RuleException;
import io.stormdrain.notifier.threshold.RuleText;
import io.stormdrain.notifier.threshold.Rulebook;
import io.stormdrain.notifier.threshold.ShippedRules;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where alert rules are tried on the signals that Kafka still has; nothing is kept of it. */
@Singleton
public class BacktestDesk {

  /** What people call the rules that they bring. */
  private static final String DRAFT = "your rules";

  private static final int LONGEST_DRAFT = 100_000;
  private static final Duration USUAL = Duration.ofHours(24);

  private final KeptSignals kept;
  private final Rulebook rules;
  private final OwnRules own;
  private final Sight sight;
  private final InstantSource clock;

  BacktestDesk(KeptSignals kept, Rulebook rules, OwnRules own, Sight sight, InstantSource clock) {
    this.kept = kept;
    this.rules = rules;
    this.own = own;
    this.sight = sight;
    this.clock = clock;
  }

  /** What became of a back-test. */
  public sealed interface Outcome {
    /** It was done. */
    record Done(BacktestAnswer answer) implements Outcome {}

    /** Such rules cannot be tried. */
    record Refused(String why) implements Outcome {}

    /** It cannot be done now. */
    record Away(String why) implements Outcome {}
  }

  /** Tries rules. */
  public Outcome attempt(BacktestRequest asked) {
    Instant now = clock.instant();
    Instant from = When.of("from", asked.from(), now, USUAL);
    Instant until = When.of("until", asked.until(), now, Duration.ZERO);
    if (!from.isBefore(until)) {
      throw ProblemException.badRequest(
          "from " + from + " is not before until " + until, "a time to look at");
    }
    AlertRules inForce = rules.inForce();
    List<Backtest> tests = new ArrayList<>(List.of(new Backtest(inForce)));
    if (!asked.draft().isEmpty()) {
      try {
        tests.add(new Backtest(read(asked.draft())));
      } catch (RuleException e) {
        return new Outcome.Refused(String.valueOf(e.getMessage()));
      }
    }
    Ears ears =
        new Ears(
            asked,
            QuarkusTransaction.requiringNew().call(sight::apps),
            new Retelling(tests, from, until));
    KeptSignals.Read read = kept.each(from, until, ears);
    return switch (read.end()) {
      case ALL, LONG -> new Outcome.Done(answer(from, until, read, tests));
      case SILENT -> new Outcome.Away("Kafka does not answer now.");
      case BUSY -> new Outcome.Away("Somebody else tries rules now; try again in a moment.");
    };
  }

  /** A rule in force as it is written; empty where that cannot be told. */
  public String written(String id) {
    List<RuleText> files = new ArrayList<>(ShippedRules.texts());
    files.addAll(own.files());
    return WrittenRule.find(files, id);
  }

  private AlertRules read(String draft) {
    if (draft.length() > LONGEST_DRAFT) {
      throw new RuleException(DRAFT, 0, "longer than " + LONGEST_DRAFT + " characters");
    }
    try {
      return Rules.tried(own.files(), List.of(new RuleText(DRAFT, draft.getBytes(UTF_8)))).rules();
    } catch (RuleException e) {
      throw e;
    } catch (RuntimeException e) {
      // Whatever somebody writes, it is not this service that is at fault.
      throw new RuleException(DRAFT, 0, "cannot be tried: " + e);
    }
  }

  private static BacktestAnswer answer(
      Instant from, Instant until, KeptSignals.Read read, List<Backtest> tests) {
    AlertRules before = tests.getFirst().rules();
    AlertRules tried = tests.getLast().rules();
    List<IncidentView> incidents = tests.getLast().incidents();
    List<Difference> differences =
        tests.size() == 1 ? List.of() : Comparison.between(tests.getFirst().incidents(), incidents);
    return new BacktestAnswer(
        from,
        until,
        read.records(),
        read.end() == KeptSignals.End.ALL,
        tried.all().size(),
        incidents.size(),
        incidents.stream().mapToLong(Comparison::messages).sum(),
        incidents.stream()
            .sorted(
                Comparator.comparing(
                    (IncidentView view) -> view.incident().severity(), Comparator.reverseOrder()))
            .limit(BacktestAnswer.MOST)
            .map(view -> BacktestAnswer.Entry.of(view, tried))
            .toList(),
        differences.size(),
        tests.size() == 1
            ? null
            : differences.stream()
                .limit(BacktestAnswer.MOST)
                .map(difference -> BacktestAnswer.Change.of(difference, before, tried))
                .toList());
  }

  /**
   * Hears the apps that somebody asks for and may see.
   *
   * @param among only these; null for all
   */
  private record Ears(BacktestRequest asked, @Nullable Set<String> among, Retelling retelling)
      implements KeptSignals.Listener {

    @Override
    public void hear(StoryEntry entry, Instant time) {
      retelling.pass(time);
      if (asked.isAbout(entry.app()) && (among == null || among.contains(entry.app()))) {
        retelling.tell(entry);
      }
    }

    @Override
    public void end() {
      retelling.end();
    }
  }
}
