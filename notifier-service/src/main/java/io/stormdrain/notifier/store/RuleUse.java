package io.stormdrain.notifier.store;

import org.jspecify.annotations.Nullable;

/**
 * What became of the incidents of one alert rule.
 *
 * @param messages that reached somebody
 * @param lookedAfter incidents that somebody acknowledged, closed or took a note of
 * @param back how often they came back after they were over
 * @param flapping incidents that came and went
 * @param inShadow what it would have told, were it not in shadow
 * @param openMinutes half of those that are over were open for longer; null while none is over
 */
public record RuleUse(
    String rule,
    long incidents,
    long messages,
    long lookedAfter,
    long back,
    long flapping,
    long inShadow,
    @Nullable Double openMinutes) {

  /** Fewer say little about a rule. */
  private static final int ENOUGH = 5;

  private static final int NOBODY = 10;

  /** Whether people were told again and again and hardly ever did anything. */
  public boolean isNoise() {
    return incidents >= ENOUGH && messages > 0 && lookedAfter * NOBODY < incidents;
  }
}
