package io.stormdrain.notifier.threshold;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says of a few signals, as it is written beside the rule.
 *
 * @param rule that is tested
 * @param place file and line, for messages
 * @param after what comes in
 * @param written the same as it is written
 * @param at when it is looked at; the app goes on talking until then
 * @param is how the trouble stands then
 * @param severity how bad it is then; null where that does not matter
 */
public record RuleTest(
    String rule,
    String place,
    List<Given> after,
    List<String> written,
    Duration at,
    Outlook is,
    @Nullable Severity severity) {

  /** How a trouble stands. */
  public enum Outlook {
    /** Nothing was seen of it. */
    NOTHING,
    /** Something was seen, not enough to tell. */
    PENDING,
    OPEN,
    RECOVERING,
    RESOLVED
  }

  /**
   * A signal that comes in.
   *
   * @param at so long after the first
   * @param captures numbers as numbers
   */
  public record Given(
      Duration at,
      String type,
      String process,
      @Nullable String subject,
      @Nullable String release,
      Map<String, Object> captures) {
    public Given {
      captures = Map.copyOf(captures);
    }
  }

  public RuleTest {
    after = List.copyOf(after);
    written = List.copyOf(written);
  }
}
