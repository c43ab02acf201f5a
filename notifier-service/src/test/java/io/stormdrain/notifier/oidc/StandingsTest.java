package io.stormdrain.notifier.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.notifier.Settings;
import io.stormdrain.notifier.people.Role;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What groups mean. */
final class StandingsTest {

  private static final String PREFIX = "stormdrain.notifier.oidc.";

  private final Map<String, String> settings =
      new HashMap<>(Map.of(PREFIX + "admins", "ops", PREFIX + "responders", "dev, on call"));

  @Test
  void theHighestOfAllGroupsCounts() {
    assertThat(of("dev")).isEqualTo(new Standing.Granted(Role.RESPONDER, Set.of()));
    assertThat(of("on call", "ops")).isEqualTo(new Standing.Granted(Role.ADMIN, Set.of()));
  }

  @Test
  void whoIsInNoGroupThatCountsStaysOut() {
    assertThat(of("Ops", "developers")).isEqualTo(new Standing.Refused(Standing.Why.NO_ROLE));
    assertThat(of()).isEqualTo(new Standing.Refused(Standing.Why.NO_ROLE));
  }

  @Test
  void withoutAnyGroupsSetNobodyComesIn() {
    settings.clear();

    assertThat(of("ops")).isEqualTo(new Standing.Refused(Standing.Why.NO_ROLE));
  }

  @Test
  void aStarIsEverybodyWhomTheProviderKnows() {
    settings.put(PREFIX + "viewers", "*");

    assertThat(of()).isEqualTo(new Standing.Granted(Role.VIEWER, Set.of()));
    assertThat(of("ops")).isEqualTo(new Standing.Granted(Role.ADMIN, Set.of()));
  }

  @Test
  void groupsThatBeginSoAreTeamsAndAdminsSeeAll() {
    settings.put(PREFIX + "team-prefix", "team-");

    assertThat(of("dev", "team-shop", "team-blog", "team-", "other"))
        .isEqualTo(new Standing.Granted(Role.RESPONDER, Set.of("shop", "blog")));
    assertThat(of("ops", "team-shop")).isEqualTo(new Standing.Granted(Role.ADMIN, Set.of()));
  }

  @Test
  void whereThereAreTeamsNobodySeesAllAppsForBelongingToNone() {
    settings.put(PREFIX + "team-prefix", "team-");

    assertThat(of("dev", "team-")).isEqualTo(new Standing.Refused(Standing.Why.NO_TEAM));
  }

  private Standing of(String... groups) {
    return new Standings(Settings.of(settings).oidc()).of(Set.of(groups));
  }
}
