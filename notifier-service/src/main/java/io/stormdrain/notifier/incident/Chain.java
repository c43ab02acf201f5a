package io.stormdrain.notifier.incident;

import io.stormdrain.notifier.threshold.AlertRules;
import io.stormdrain.notifier.threshold.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What brings about what: which findings are one trouble, and which of them leads. Pure. */
final class Chain {

  /** An effect follows its cause within this time, unless the process keeps dying meanwhile. */
  private static final Duration NEAR = Duration.ofMinutes(15);

  /** Processes that stand for the whole app: what they say is not of one process type. */
  private static final Set<String> APP_WIDE =
      Set.of("router", "api", "logplex", "log-shuttle", "release", "build");

  private final AlertRules rules;

  Chain(AlertRules rules) {
    this.rules = rules;
  }

  /** How a finding belongs to others. */
  enum Link {
    NONE,
    EFFECT,
    CAUSE
  }

  /** How {@code finding}, seen at {@code at}, belongs to the members of an incident. */
  Link link(Finding finding, Instant at, List<Finding> members) {
    boolean dying =
        members.stream()
            .anyMatch(
                member -> member.isLive() && FindingOrder.stage(rules, member) == Stage.CRASH);
    for (Finding member : members) {
      if (member.isLive() && sameScope(member, finding)) {
        boolean near = dying || isNear(member.lastSeen(), at);
        if (near && rules.explains(member.rule(), finding.rule())) {
          return Link.EFFECT;
        }
        if (near && rules.explains(finding.rule(), member.rule())) {
          return Link.CAUSE;
        }
      }
    }
    return Link.NONE;
  }

  /** Whether {@code cause} may have brought about {@code effect}, both seen at about one time. */
  boolean mayExplain(Finding cause, Finding effect, Duration within) {
    return rules.explains(cause.rule(), effect.rule())
        && sameScope(cause, effect)
        && Duration.between(cause.lastSeen(), effect.firstSeen()).abs().compareTo(within) <= 0;
  }

  /** The finding that says best why: explained by no other, of the earliest stage, seen first. */
  Finding lead(List<Finding> members) {
    return members.stream()
        .filter(member -> members.stream().noneMatch(other -> leads(other, member)))
        .min(FindingOrder.by(rules))
        .orElseGet(() -> members.stream().min(FindingOrder.by(rules)).orElseThrow());
  }

  private boolean leads(Finding cause, Finding effect) {
    return rules.explains(cause.rule(), effect.rule())
        && !rules.explains(effect.rule(), cause.rule());
  }

  private static boolean isNear(Instant a, Instant b) {
    return Duration.between(a, b).abs().compareTo(NEAR) <= 0;
  }

  private static boolean sameScope(Finding a, Finding b) {
    String first = scope(a);
    String second = scope(b);
    return first == null || second == null || Objects.equals(first, second);
  }

  private static @Nullable String scope(Finding finding) {
    String type = finding.processType();
    return type == null || APP_WIDE.contains(type) || type.startsWith("heroku-") ? null : type;
  }
}
