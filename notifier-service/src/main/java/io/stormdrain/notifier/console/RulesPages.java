package io.stormdrain.notifier.console;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.stormdrain.notifier.api.RuleEntry;
import io.stormdrain.notifier.api.RuleTrial;
import io.stormdrain.notifier.api.Sight;
import io.stormdrain.notifier.api.Words;
import io.stormdrain.notifier.store.Shadows;
import io.stormdrain.notifier.threshold.Rulebook;
import io.stormdrain.notifier.threshold.Stage;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what is on the page of alert rules. */
@Singleton
class RulesPages {

  private static final Duration UNTOLD = Duration.ofDays(30);
  private static final int MOST_UNTOLD = 20;

  private final Rulebook rules;
  private final Shadows shadows;
  private final Sight sight;
  private final InstantSource clock;

  RulesPages(Rulebook rules, Shadows shadows, Sight sight, InstantSource clock) {
    this.rules = rules;
    this.shadows = shadows;
    this.sight = sight;
    this.clock = clock;
  }

  RulesPage read(String text, @Nullable RuleTrial trial, @Nullable String fault) {
    return new RulesPage(
        groups(), untold(), text, trial == null ? null : RulesPage.Trial.of(trial, text), fault);
  }

  private List<RulesPage.Group> groups() {
    return Stream.of(Stage.values())
        .map(stage ->
            new RulesPage.Group(
                Words.of(stage),
                rules.inForce().all().stream()
                    .filter(rule -> rule.stage() == stage)
                    .map(RuleEntry::of)
                    .toList()))
        .filter(group -> !group.rules().isEmpty())
        .toList();
  }

  private List<RulesPage.Untold> untold() {
    Instant from = clock.instant().minus(UNTOLD);
    return QuarkusTransaction.requiringNew()
        .call(() -> shadows.since(from, sight.apps(), MOST_UNTOLD))
        .stream()
        .map(RulesPage.Untold::of)
        .toList();
  }
}
