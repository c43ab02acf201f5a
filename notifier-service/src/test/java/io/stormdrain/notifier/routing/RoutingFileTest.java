package io.stormdrain.notifier.routing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stormdrain.notifier.Settings;
import io.stormdrain.notifier.delivery.Plan;
import io.stormdrain.notifier.delivery.Receiver;
import io.stormdrain.notifier.outgoing.WayOut;
import io.stormdrain.notifier.receiver.Means;
import io.stormdrain.notifier.route.Attribute;
import io.stormdrain.notifier.route.Restraint;
import io.stormdrain.notifier.route.Stop;
import io.stormdrain.notifier.route.Subject;
import io.stormdrain.notifier.terminal.TerminalReceiver;
import io.stormdrain.notifier.threshold.Severity;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the routing file may say, and what becomes of a file that says something else. */
final class RoutingFileTest {

  private static final String SECRET = "https://hooks.example.org/s3cr3t";

  private static final String GOOD =
      """
      teams:
        payments: [checkout, "pay-*"]
      receivers:
        - id: crew
          slack_webhook: {url: "${CREW_HOOK}"}
        - id: leads
          email: {to: [leads@example.org]}
      route:
        receivers: [slack-webhook]
        group_wait: 10s
        routes:
          - match: {severity: critical, environment: production}
            receivers: [crew, email]
            group_wait: 0s
            continue: true
          - match: {team: payments}
            receivers: [leads]
            min_severity: high
            update_interval: 5m
      """;

  @Test
  void namesReceiversOfItsOwnAndOfTheSettings() throws Exception {
    assertThat(plan(GOOD).receivers())
        .extracting(Receiver::name)
        .containsExactly("crew", "leads", "slack-webhook", "email");
  }

  @Test
  void aRouteHasWhatTheOneAboveItHas() throws Exception {
    Plan plan = plan(GOOD);
    Stop stop =
        plan.routing()
            .stops(new Subject("pay-eu", "", "heroku", "", Set.of("x"), Severity.CRITICAL))
            .getFirst();

    assertThat(stop.receiver()).isEqualTo("leads");
    assertThat(stop.route().minimum()).isEqualTo(Severity.HIGH);
    assertThat(stop.route().timing().groupWait()).isEqualTo(Duration.ofSeconds(10));
    assertThat(stop.route().timing().updateInterval()).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void saysWhatHoldsAndWhatUrges() throws Exception {
    Plan plan =
        plan(
            """
            timezone: Europe/Berlin
            schedules:
              office: {days: "mon-thu, fri", from: 09:00, to: "24:00", holidays: [2026-12-25]}
            quiet: [{schedule: "!office", match: {severity: low}}]
            inhibit: [{source: {class: a}, target: {class: b}, equal: [app], for_at_most: 10m}]
            storm: {incidents: 5}
            receivers:
              - {id: leads, fallback: email, email: {to: [leads@example.org]}}
            route:
              receivers: [leads]
              group_by: [app]
              repeat: {critical: 1h, backoff: 3}
              escalate: [{after: 15m, receivers: [slack-webhook]}]
              routes:
                - {match: {app: shop}, receivers: [email]}
            """);
    Restraint restraint = plan.routing().restraint();
    Stop below =
        plan.routing()
            .stops(new Subject("shop", "", "heroku", "", Set.of("x"), Severity.CRITICAL))
            .getFirst();

    assertThat(restraint.quiet().getFirst().schedule().zone()).hasToString("Europe/Berlin");
    assertThat(restraint.quiet().getFirst().schedule().days()).hasSize(5);
    assertThat(restraint.quiet().getFirst().outside()).isTrue();
    assertThat(restraint.inhibitions().getFirst().atMost()).isEqualTo(Duration.ofMinutes(10));
    assertThat(restraint.storm().incidents()).isEqualTo(5);
    assertThat(plan.fallbacks()).containsExactly(Map.entry("leads", "email"));
    assertThat(below.route().timing().groupBy()).containsExactly(Attribute.APP);
    assertThat(below.route().urging().repeat().backoff()).isEqualTo(3);
    assertThat(below.route().urging().escalations()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "route: {receivers: [slack-webhook], routs: []} @1 unknown key 'routs'",
        "route:|  receivers: [slak] @2 there is no receiver 'slak'",
        "route:|  match: {app: shop}|  routes:|    - match: {ap: x} @4 unknown attribute 'ap'",
        "route:|  routes:|    - match: {severity: urgent} @3 unknown severity 'urgent'",
        "route:|  group_wait: ten @2 expected a duration like 90s",
        "route:|  min_severity: info @0 info is for the record",
        "route:|  receivers: slack-webhook @2 not of the expected form at route.receivers",
        "route:|  receivers: []|  receivers: [] @3 Duplicate field 'receivers'",
        "route: {}|quiet: [{schedule: nights}] @2 there is no schedule 'nights'",
        "route: {}|schedules: {x: {from: 25:00, to: 1:00}} @2 expected a time like 09:00",
        "route: {}|schedules: {x: {days: mon-fry, from: 09:00, to: 10:00}} @2 expected days",
        "route: {}|schedules: {x: {from: 09:00}} @0 a schedule needs 'from' and 'to'",
        "route: {}|timezone: Mars/Olympus @2 expected a time zone",
        "route: {repeat: {critical: 1s}} @0 nobody is reminded more often",
        "route: {escalate: [{receivers: [slack-webhook]}]} @0 an escalation needs 'after'",
        "route:|  escalate: [{after: 5m, receivers: [pager]}] @2 there is no receiver 'pager'",
        "route: {}|storm: {incidents: 0} @0 all have to be positive",
        "route: {}|inhibit: [{source: {app: x}}] @0 an inhibition needs 'source' and 'target'",
        "receivers:|  - {id: x, fallback: x, email: {to: [a@b.org]}}|route: {} @2 its own fallback",
        "route: {} }} @1 not valid YAML",
        "teams: {} @1 needs 'route'",
        "receivers:|  - id: A B|    email: {to: [a@example.org]}|route: {} @2 an id is made of",
        "receivers:|  - id: email|    email: {to: [a@example.org]}|route: {} @2 there is a receiver",
        "receivers:|  - id: x|route: {} @2 receiver 'x' has to be of one kind, got 0",
        "receivers:|  - id: x|    email: {to: [nobody]}|route: {} @2 receiver 'x' is not complete",
        "receivers:|  - id: x|    slack_webhook: {url: '${NOPE}'}|route: {} @3 ${NOPE} is not set",
      })
  void whatIsWrongIsRefusedWithItsLine(String written) {
    String[] parts = written.split(" @", 2);
    String[] expected = parts[1].split(" ", 2);

    assertThatThrownBy(() -> plan(parts[0].replace('|', '\n')))
        .isInstanceOf(RoutingException.class)
        .hasMessageStartingWith(
            expected[0].equals("0") ? "routing.yaml" : "routing.yaml:" + expected[0] + ": ")
        .hasMessageContaining(expected[1]);
  }

  @ParameterizedTest
  @ValueSource(strings = {"slack_webhook: {url: \"%s\"", "slack_webhook: [%s]", "email: \"%s\""})
  void aRefusalQuotesNoSecret(String kind) {
    String file = "receivers:\n  - id: x\n    " + kind.formatted(SECRET) + "\nroute: {}\n";

    assertThatThrownBy(() -> plan(file)).hasMessageNotContaining("s3cr3t");
  }

  private static Plan plan(String yaml) throws RoutingException {
    RoutingReader reader = new RoutingReader(name -> "CREW_HOOK".equals(name) ? SECRET : null);
    Means means =
        new Means(
            Settings.of(
                Map.of(
                    "stormdrain.notifier.slack.webhook-url", SECRET,
                    "stormdrain.notifier.mail.host", "localhost",
                    "stormdrain.notifier.mail.from", "a@example.org",
                    "stormdrain.notifier.mail.to", "b@example.org")),
            WayOut.vertx(),
            WayOut.outgoing(),
            InstantSource.system());
    return new Plans(means, TerminalReceiver.toStandardOutput(means.clock()))
        .of("routing.yaml", reader.read("routing.yaml", yaml.getBytes(UTF_8)));
  }
}
