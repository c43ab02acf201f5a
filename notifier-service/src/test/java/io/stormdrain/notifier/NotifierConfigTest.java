package io.stormdrain.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.stormdrain.notifier.threshold.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class NotifierConfigTest {

  private static final String SECRET = "hush";

  private static final Map<String, String> SHORT_NAMES =
      Map.ofEntries(
          Map.entry("STORMDRAIN_PUBLIC_URL", "https://example.org"),
          Map.entry("STORMDRAIN_DOCS_URL", "https://docs.example.org"),
          Map.entry("STORMDRAIN_API_TOKEN", SECRET),
          Map.entry("STORMDRAIN_OIDC_URL", "https://login.example.org"),
          Map.entry("STORMDRAIN_OIDC_CLIENT_SECRET", SECRET),
          Map.entry("STORMDRAIN_ROUTING_FILE", "routing.yaml"),
          Map.entry("STORMDRAIN_RULES_DIR", "rules"),
          Map.entry("STORMDRAIN_PROBES_FILE", "probes.yaml"),
          Map.entry("STORMDRAIN_OUTGOING_ALLOW", "10.1.0.0/16, hooks.internal"),
          Map.entry("SLACK_WEBHOOK_URL", "https://hooks.example.org/1"),
          Map.entry("SLACK_BOT_TOKEN", "xoxb"),
          Map.entry("SLACK_CHANNEL", "C1"),
          Map.entry("SLACK_SIGNING_SECRET", SECRET),
          Map.entry("STORMDRAIN_HEARTBEAT_URL", "https://hc.example.org/ping/1"),
          Map.entry("STORMDRAIN_DIGEST_AT", "18:30"),
          Map.entry("STORMDRAIN_DIGEST_TIMEZONE", "Europe/Berlin"),
          Map.entry("SLACK_API_URL", "http://localhost:1/api/"),
          Map.entry("SMTP_HOST", "mail.example.org"),
          Map.entry("SMTP_PORT", "465"),
          Map.entry("SMTP_USER", "ann"),
          Map.entry("SMTP_PASSWORD", SECRET),
          Map.entry("SMTP_TLS", "tls"),
          Map.entry("MAIL_FROM", "a@example.org"),
          Map.entry("MAIL_TO", "b@example.org, c@example.org"));

  @Test
  void hasTheseDefaults() {
    NotifierConfig config = Settings.of(Map.of());

    assertThat(config.publicUrl()).isEmpty();
    assertThat(config.access()).isEqualTo(NotifierConfig.Access.ACCOUNTS);
    assertThat(config.apiToken()).isEmpty();
    assertThat(config.routingFile()).isEmpty();
    assertThat(config.rulesDir()).isEmpty();
    assertThat(config.outgoing().allow()).isEmpty();
    assertThat(config.outgoing().timeout()).isEqualTo(Duration.ofSeconds(10));
    assertThat(config.publishIncidents()).isTrue();
    assertThat(config.route().minimumSeverity()).isEqualTo(Severity.LOW);
    assertThat(config.delivery().groupWait()).isEqualTo(Duration.ofMillis(300));
    assertThat(config.delivery().editWait()).isEqualTo(Duration.ofSeconds(1));
    assertThat(config.delivery().lease()).isEqualTo(Duration.ofSeconds(30));
    assertThat(config.delivery().idle()).isEqualTo(Duration.ofSeconds(1));
    assertThat(config.delivery().atATime()).isEqualTo(32);
    assertThat(config.delivery().paced()).isTrue();
    assertThat(config.delivery().firstPause()).isEqualTo(Duration.ofSeconds(1));
    assertThat(config.delivery().lastPause()).isEqualTo(Duration.ofMinutes(5));
    assertThat(config.delivery().giveUpAfter()).isEqualTo(Duration.ofHours(24));
    assertThat(config.incidentsKept()).isEqualTo(Duration.ofDays(180));
    assertThat(config.vitals().tenSecondsKept()).isEqualTo(Duration.ofHours(2));
    assertThat(config.vitals().minutesKept()).isEqualTo(Duration.ofDays(2));
    assertThat(config.slack().webhookUrl()).isEmpty();
    assertThat(config.slack().botToken()).isEmpty();
    assertThat(config.slack().channel()).isEmpty();
    assertThat(config.slack().signingSecret()).isEmpty();
    assertThat(config.heartbeat().url()).isEmpty();
    assertThat(config.heartbeat().every()).isEqualTo(Duration.ofMinutes(1));
    assertThat(config.slack().apiUrl()).isEqualTo(URI.create("https://slack.com/api/"));
    assertThat(config.slack().timeout()).isEqualTo(Duration.ofSeconds(10));
    assertThat(config.mail().host()).isEmpty();
    assertThat(config.mail().port()).isEqualTo(587);
    assertThat(config.mail().user()).isEmpty();
    assertThat(config.mail().password()).isEmpty();
    assertThat(config.mail().tls()).isEqualTo(NotifierConfig.Tls.START);
    assertThat(config.mail().from()).isEmpty();
    assertThat(config.mail().to()).isEmpty();
    assertThat(config.mail().timeout()).isEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void nobodyComesInByAProviderUnlessOneIsSet() {
    NotifierConfig config = Settings.of(Map.of());

    assertThat(config.oidc().url()).isEmpty();
    assertThat(config.oidc().clientId()).isEqualTo("stormdrain");
    assertThat(config.oidc().scopes()).containsExactly("profile", "email");
    assertThat(config.oidc().groupsClaim()).isEqualTo("groups");
    assertThat(config.oidc().admins()).isEmpty();
    assertThat(config.oidc().responders()).isEmpty();
    assertThat(config.oidc().viewers()).isEmpty();
    assertThat(config.oidc().teamPrefix()).isEmpty();
  }

  @Test
  void hasTheseNames() {
    NotifierConfig config =
        Settings.of(
            Map.ofEntries(
                Map.entry("stormdrain.notifier.public-url", "https://example.org"),
                Map.entry("stormdrain.notifier.api-token", SECRET),
                Map.entry("stormdrain.notifier.route.minimum-severity", "high"),
                Map.entry("stormdrain.notifier.delivery.group-wait", "2s"),
                Map.entry("stormdrain.notifier.delivery.edit-wait", "3s"),
                Map.entry("stormdrain.notifier.delivery.lease", "4s"),
                Map.entry("stormdrain.notifier.delivery.idle", "5s"),
                Map.entry("stormdrain.notifier.delivery.at-a-time", "6"),
                Map.entry("stormdrain.notifier.delivery.first-pause", "7s"),
                Map.entry("stormdrain.notifier.delivery.last-pause", "8s"),
                Map.entry("stormdrain.notifier.delivery.give-up-after", "9s"),
                Map.entry("stormdrain.notifier.vitals.ten-seconds-kept", "12s"),
                Map.entry("stormdrain.notifier.vitals.minutes-kept", "13s"),
                Map.entry("stormdrain.notifier.slack.timeout", "10s"),
                Map.entry("stormdrain.notifier.mail.timeout", "11s")));

    assertThat(config.publicUrl()).contains(URI.create("https://example.org"));
    assertThat(config.apiToken()).contains(Secret.of(SECRET));
    assertThat(config.route().minimumSeverity()).isEqualTo(Severity.HIGH);
    NotifierConfig.Delivery delivery = config.delivery();
    assertThat(
            List.of(
                delivery.groupWait(),
                delivery.editWait(),
                delivery.lease(),
                delivery.idle(),
                delivery.firstPause(),
                delivery.lastPause(),
                delivery.giveUpAfter(),
                config.slack().timeout(),
                config.mail().timeout(),
                config.vitals().tenSecondsKept(),
                config.vitals().minutesKept()))
        .extracting(Duration::toSeconds)
        .containsExactly(2L, 3L, 4L, 5L, 7L, 8L, 9L, 10L, 11L, 12L, 13L);
    assertThat(delivery.atATime()).isEqualTo(6);
  }

  @Test
  void accessIsOpenedByItsShortNameAlone() throws Exception {
    assertThat(environment(Map.of("STORMDRAIN_ACCESS", "open")).access())
        .isEqualTo(NotifierConfig.Access.OPEN);
  }

  @Test
  void digestsAreToldAtNine() {
    DigestSettings digests = Settings.of(Map.of()).digests();
    assertThat(digests.at()).isEqualTo("09:00");
    assertThat(digests.timezone()).isEqualTo(ZoneId.of("UTC"));
  }

  @Test
  void nobodyNeedsToKeepToThePaceOfReceivers() {
    assertThat(
            Settings.of(Map.of("stormdrain.notifier.delivery.paced", "false")).delivery().paced())
        .isFalse();
  }

  @Test
  void theShortNamesOfTheEnvironmentReachTheirSettings() throws Exception {
    NotifierConfig config = environment(SHORT_NAMES);

    assertThat(config.publicUrl()).contains(URI.create("https://example.org"));
    assertThat(config.apiToken()).contains(Secret.of(SECRET));
    assertThat(config.oidc().url()).contains(URI.create("https://login.example.org"));
    assertThat(config.oidc().clientSecret()).contains(Secret.of(SECRET));
    assertThat(Stream.of(config.routingFile(), config.rulesDir()).map(Optional::orElseThrow))
        .containsExactly("routing.yaml", "rules");
    assertThat(config.outgoing().allow().orElseThrow()).hasSize(2);
    assertThat(config.slack().webhookUrl()).contains(Secret.of("https://hooks.example.org/1"));
    assertThat(config.slack().botToken()).contains(Secret.of("xoxb"));
    assertThat(config.slack().channel()).contains("C1");
    assertThat(config.slack().signingSecret()).contains(Secret.of(SECRET));
    assertThat(config.heartbeat().url()).contains(Secret.of("https://hc.example.org/ping/1"));
    assertThat(config.digests().at()).isEqualTo("18:30");
    assertThat(config.digests().timezone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(config.slack().apiUrl()).isEqualTo(URI.create("http://localhost:1/api/"));
    assertThat(config.mail().host()).contains("mail.example.org");
    assertThat(config.mail().port()).isEqualTo(465);
    assertThat(config.mail().user()).contains("ann");
    assertThat(config.mail().password()).contains(Secret.of(SECRET));
    assertThat(config.mail().tls()).isEqualTo(NotifierConfig.Tls.TLS);
    assertThat(config.mail().from()).contains("a@example.org");
    assertThat(config.mail().to().orElseThrow()).hasSize(2);
  }

  @Test
  void anEmptyEnvironmentLeavesEveryReceiverOut() throws Exception {
    NotifierConfig config = environment(Map.of());

    assertThat(config.slack().webhookUrl()).isEmpty();
    assertThat(config.slack().botToken()).isEmpty();
    assertThat(config.mail().host()).isEmpty();
    assertThat(config.mail().to()).isEmpty();
    assertThat(config.apiToken()).isEmpty();
  }

  @Test
  void aLeaseThatIsShorterThanAnAttemptIsRefused() {
    NotifierConfig config = Settings.of(Map.of("stormdrain.notifier.delivery.lease", "15s"));

    assertThatThrownBy(() -> DeliveryBeans.requireLeaseToOutlast(config))
        .hasMessageContaining("stormdrain.notifier.delivery.lease is PT15S");
  }

  @Test
  void aSecretHidesItself() {
    assertThat(Secret.of(SECRET)).hasToString("<secret>");
    assertThat(Settings.of(Map.of("stormdrain.notifier.api-token", SECRET)).apiToken().toString())
        .doesNotContain(SECRET);
    assertThat(Secret.of(SECRET).isShownBy(SECRET)).isTrue();
    assertThat(Secret.of(SECRET).isShownBy(SECRET + "x")).isFalse();
  }

  /** Settings as application.properties makes them of an environment. */
  private static NotifierConfig environment(Map<String, String> environment) throws IOException {
    Properties file = new Properties();
    try (InputStream in = NotifierConfigTest.class.getResourceAsStream("/application.properties")) {
      file.load(Objects.requireNonNull(in));
    }
    SmallRyeConfigBuilder builder =
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .addDefaultInterceptors()
            .withMapping(NotifierConfig.class)
            .withDefaultValues(environment);
    file.stringPropertyNames().stream()
        .filter(name -> name.startsWith("stormdrain.notifier."))
        .forEach(name -> builder.withDefaultValue(name, file.getProperty(name)));
    return builder.build().getConfigMapping(NotifierConfig.class);
  }
}
