package io.stormdrain.notifier.api;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.stormdrain.notifier.delivery.Receivers;
import io.stormdrain.notifier.people.Caller;
import io.stormdrain.notifier.people.Person;
import io.stormdrain.notifier.route.Attribute;
import io.stormdrain.notifier.route.Matchers;
import io.stormdrain.notifier.store.AppReader;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which apps the caller sees: all, or those of their teams. Whose an app is says the routing file,
 * as it does when people are told.
 */
@Singleton
public class Sight {

  private final Caller caller;
  private final Receivers receivers;
  private final AppReader apps;

  Sight(Caller caller, Receivers receivers, AppReader apps) {
    this.caller = caller;
    this.receivers = receivers;
    this.apps = apps;
  }

  /** Whether they see this app. */
  public boolean sees(String app) {
    Person person = caller.person();
    return !person.isRestricted() || person.teams().contains(team(app));
  }

  /** Whether an app is one of this team's. */
  boolean isOf(String app, String team) {
    return team(app).equals(team);
  }

  /** The apps they see, in the caller's transaction; null when they see all. */
  public @Nullable Set<String> apps() {
    return caller.person().isRestricted()
        ? apps.names().stream().filter(this::sees).collect(Collectors.toSet())
        : null;
  }

  /** Whether what is like this concerns no app but theirs. */
  boolean covers(Matchers matchers) {
    Person person = caller.person();
    Map<Attribute, List<String>> wanted = matchers.wanted();
    List<String> named = wanted.getOrDefault(Attribute.APP, List.of());
    List<String> teams = wanted.getOrDefault(Attribute.TEAM, List.of());
    return !person.isRestricted()
        || (!named.isEmpty() && named.stream().allMatch(app -> isPlain(app) && sees(app)))
        || (!teams.isEmpty() && person.teams().containsAll(teams));
  }

  private static boolean isPlain(String text) {
    return !text.contains("*") && !text.startsWith("!");
  }

  private String team(String app) {
    String said = QuarkusTransaction.joiningExisting().call(() -> apps.team(app));
    return receivers.plan().routing().team(app, said);
  }
}
