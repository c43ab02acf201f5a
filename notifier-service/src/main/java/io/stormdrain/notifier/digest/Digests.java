package io.stormdrain.notifier.digest;

import io.stormdrain.notifier.delivery.Receivers;
import io.stormdrain.notifier.route.Routing;
import io.stormdrain.notifier.store.AppDay;
import io.stormdrain.notifier.store.AppReader;
import io.stormdrain.notifier.store.DayReader;
import io.stormdrain.notifier.threshold.Rulebook;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Makes digests of what is known, in the caller's transaction. */
@Singleton
public class Digests {

  /** The app that we are: its troubles are told as they come. */
  static final String OWN = "stormdrain";

  private final DayReader days;
  private final AppReader apps;
  private final Rulebook rules;
  private final Receivers receivers;

  Digests(DayReader days, AppReader apps, Rulebook rules, Receivers receivers) {
    this.days = days;
    this.apps = apps;
    this.rules = rules;
    this.receivers = receivers;
  }

  /** Of a team's apps; of those that are of no team when it is empty. */
  public Digest ofTeam(String team, Instant from, Instant until) {
    Routing routing = receivers.plan().routing();
    Map<String, String> said = apps.teams();
    return of(
        whose(team, routing, said),
        app -> !app.equals(OWN) && routing.team(app, said.getOrDefault(app, "")).equals(team),
        from,
        until);
  }

  private static String whose(String team, Routing routing, Map<String, String> said) {
    if (!team.isEmpty()) {
      return "team " + team;
    }
    return routing.teams().isEmpty() && said.isEmpty() ? "all apps" : "apps of no team";
  }

  /**
   * Of some apps.
   *
   * @param whose what they have in common, for the title
   */
  public Digest of(String whose, Predicate<String> apps, Instant from, Instant until) {
    List<AppDay> read = days.read(apps, from, until);
    return Digest.of(whose, from, until, read, rules.inForce());
  }
}
