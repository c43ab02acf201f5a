package io.stormdrain.notifier.route;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * As long as one incident is there, another that follows from it need not be told.
 *
 * @param source what explains
 * @param target what is explained
 * @param equal in what the two have to be alike
 * @param atMost so long after the target was first held back it is told all the same
 */
public record Inhibition(Matchers source, Matchers target, List<Attribute> equal, Duration atMost) {

  public Inhibition {
    equal = List.copyOf(equal);
  }

  /** Something that is like both sides holds nothing back, or two such would hide each other. */
  boolean applies(Subject cause, Subject effect, Routing routing) {
    String causeTeam = routing.team(cause);
    String effectTeam = routing.team(effect);
    return source.match(cause, causeTeam)
        && target.match(effect, effectTeam)
        && !target.match(cause, causeTeam)
        && equal.stream()
            .allMatch(attribute ->
                alike(attribute.of(cause, causeTeam), attribute.of(effect, effectTeam)));
  }

  private static boolean alike(Set<String> one, Set<String> other) {
    return one.equals(other);
  }
}
