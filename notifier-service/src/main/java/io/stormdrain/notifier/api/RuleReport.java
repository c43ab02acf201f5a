package io.stormdrain.notifier.api;

import io.stormdrain.notifier.store.RuleUse;
import io.stormdrain.notifier.store.Shadows;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What people made of what alert rules told them. */
public record RuleReport(
    @Schema(description = "Incidents that were opened then or later") Instant from,
    @Schema(description = "Those with the most messages first") List<Entry> rules,
    @Schema(description = "What rules in shadow would have told, the latest ones first")
        List<Untold> untold) {

  public RuleReport {
    rules = List.copyOf(rules);
    untold = List.copyOf(untold);
  }

  /** Of one rule. */
  public record Entry(
      @Schema(description = "Id of the alert rule") String rule,
      @Schema(description = "How many were opened") long incidents,
      @Schema(description = "How many messages of them reached somebody") long messages,
      @Schema(description = "How many somebody acknowledged, closed or took a note of")
          long lookedAfter,
      @Schema(description = "How often they came back after they were over") long back,
      @Schema(description = "How many came and went") long flapping,
      @Schema(description = "Half of those that are over were open for longer, in minutes")
          @Nullable Long openMinutes,
      @Schema(description = "Told five times or more, and hardly ever did anybody do anything")
          boolean noise,
      @Schema(description = "How often it would have told of something, were it not in shadow")
          long inShadow) {

    static Entry of(RuleUse use) {
      return new Entry(
          use.rule(),
          use.incidents(),
          use.messages(),
          use.lookedAfter(),
          use.back(),
          use.flapping(),
          use.openMinutes() == null ? null : Math.round(use.openMinutes()),
          use.isNoise(),
          use.inShadow());
    }
  }

  /** What nobody was told, because the rule is in shadow. */
  public record Untold(
      @Schema(description = "Id of the alert rule") String rule,
      @Schema(description = "Whose trouble it would have been") String app,
      @Schema(description = "The process it was about; null for the whole app")
          @Nullable String process,
      @Schema(description = "How bad it would have been") String severity,
      @Schema(description = "What would have been said") String title,
      @Schema(description = "When it would have begun") Instant at,
      @Schema(description = "When it was over; null while it goes on") @Nullable Instant over) {

    static Untold of(Shadows.Seen seen) {
      return new Untold(
          seen.rule(),
          seen.app(),
          seen.process(),
          seen.severity().word(),
          seen.title(),
          seen.at(),
          seen.over());
    }
  }
}
