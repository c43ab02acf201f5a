package io.stormdrain.notifier.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.notifier.threshold.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where incidents go. */
final class RoutingTest {

  private static final Timing TIMING = new Timing(Duration.ofSeconds(10), Duration.ofSeconds(30));

  private final Routing routing =
      new Routing(
          node(
              Map.of(),
              List.of("everybody"),
              false,
              node(Map.of(Attribute.SEVERITY, List.of("critical")), List.of("pager"), true),
              node(
                  Map.of(Attribute.TEAM, List.of("payments")),
                  List.of("payments"),
                  false,
                  node(Map.of(Attribute.CLASS, List.of("memory-*")), List.of("memory"), false)),
              node(Map.of(Attribute.ENVIRONMENT, List.of("!production")), List.of(), false)),
          Map.of("payments", List.of("pay-*", "checkout")),
          Restraint.USUAL);

  @Test
  void whatNoRouteTakesStaysWithTheRoot() {
    assertThat(receivers("shop", "production", "app-crash", Severity.HIGH))
        .containsExactly("everybody");
  }

  @Test
  void theFirstRouteThatFitsTakesIt() {
    assertThat(receivers("pay-eu", "staging", "app-crash", Severity.HIGH))
        .containsExactly("payments");
  }

  @Test
  void aRouteBelowKnowsBetter() {
    assertThat(receivers("checkout", "production", "memory-quota", Severity.HIGH))
        .containsExactly("memory");
  }

  @Test
  void aRouteThatGoesOnLetsTheOthersHaveItToo() {
    assertThat(receivers("checkout", "production", "app-crash", Severity.CRITICAL))
        .containsExactly("pager", "payments");
  }

  @Test
  void aRouteThatGoesOnAndNothingElseFitsIsAllThereIs() {
    assertThat(receivers("shop", "production", "app-crash", Severity.CRITICAL))
        .containsExactly("pager");
  }

  @Test
  void aRouteMayLeadToNobody() {
    assertThat(receivers("shop", "staging", "app-crash", Severity.HIGH)).isEmpty();
  }

  @Test
  void anIncidentIsOfItsClassAndOfTheWiderOne() {
    Routing wide =
        new Routing(
            node(
                Map.of(),
                List.of("a"),
                false,
                node(Map.of(Attribute.CLASS, List.of("app-crash")), List.of("b"), false)),
            Map.of(),
            Restraint.USUAL);
    Subject subject =
        new Subject("shop", "", "heroku", "", Set.of("repeated-crash", "app-crash"), Severity.HIGH);

    assertThat(wide.stops(subject)).extracting(Stop::receiver).containsExactly("b");
  }

  @ParameterizedTest
  @CsvSource({
    "shop, shop, true",
    "shop, shop-eu, false",
    "shop*, shop-eu, true",
    "*shop, eu-shop, true",
    "*a*b*, xxaxxbxx, true",
    "*a*b*, xxbxxaxx, false",
    "*, anything, true",
    "'', '', true",
    "'', x, false",
    "*, '', true",
    "a*a, a, false",
  })
  void aStarStandsForAnyText(String text, String value, boolean like) {
    assertThat(Glob.of(text).isLike(value)).isEqualTo(like);
  }

  @Test
  void manyStarsTakeNoLongerThanFewDo() {
    String text = "*a".repeat(200) + "b";

    assertThat(Glob.of(text).isLike("a".repeat(20_000))).isFalse();
  }

  @Test
  void whatIsNotWantedCountsMoreThanWhatIs() {
    Matchers matchers = new Matchers(Map.of(Attribute.APP, List.of("shop-*", "!shop-test")));

    assertThat(matchers.match(subject("shop-eu", "", "x", Severity.LOW), "")).isTrue();
    assertThat(matchers.match(subject("shop-test", "", "x", Severity.LOW), "")).isFalse();
    assertThat(matchers.match(subject("cart", "", "x", Severity.LOW), "")).isFalse();
  }

  @Test
  void whatASourceSaysOfItsTeamCountsWhereTheFileSaysNothing() {
    assertThat(routing.stops(ofTeam("shop", "payments")))
        .extracting(Stop::receiver)
        .containsExactly("payments");
    assertThat(routing.stops(ofTeam("checkout", "others")))
        .extracting(Stop::receiver)
        .containsExactly("payments");
    assertThat(routing.stops(ofTeam("shop", "others")))
        .extracting(Stop::receiver)
        .containsExactly("everybody");
    assertThat(routing.reachable("shop", "production", "heroku", "payments")).contains("payments");
  }

  private static Subject ofTeam(String app, String team) {
    return new Subject(app, "production", "heroku", "", Set.of("x"), Severity.HIGH, team);
  }

  @Test
  void whoeverSomeRouteOfAnAppLeadsToCanBeReached() {
    assertThat(routing.reachable("checkout", "production", "heroku", ""))
        .containsExactlyInAnyOrder("everybody", "pager", "payments", "memory");
    assertThat(routing.reachable("shop", "production", "heroku", ""))
        .containsExactlyInAnyOrder("everybody", "pager");
  }

  private List<String> receivers(String app, String environment, String type, Severity severity) {
    return routing.stops(subject(app, environment, type, severity)).stream()
        .map(Stop::receiver)
        .toList();
  }

  private static Subject subject(String app, String environment, String type, Severity severity) {
    return new Subject(app, environment, "heroku", "web.1", Set.of(type), severity);
  }

  private static Route node(
      Map<Attribute, List<String>> wanted,
      List<String> receivers,
      boolean goesOn,
      Route... routes) {
    return new Route(
        new Matchers(wanted),
        receivers,
        Severity.LOW,
        TIMING,
        Urging.NONE,
        goesOn,
        List.of(routes));
  }
}
