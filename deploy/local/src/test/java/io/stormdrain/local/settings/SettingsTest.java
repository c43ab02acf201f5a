package io.stormdrain.local.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SettingsTest {

  @Test
  void aFileHasOneSettingPerLine() {
    assertThat(
            EnvFile.parse(
                "stormdrain.env",
                List.of(
                    "# receivers",
                    "",
                    "SLACK_CHANNEL=#ops",
                    "export MAIL_TO = ops@shop.example ",
                    "SMTP_PASSWORD=\"a = b # c\"",
                    "MAIL_FROM='x'",
                    "EMPTY=")))
        .isEqualTo(
            Map.of(
                "SLACK_CHANNEL", "#ops",
                "MAIL_TO", "ops@shop.example",
                "SMTP_PASSWORD", "a = b # c",
                "MAIL_FROM", "x",
                "EMPTY", ""));
  }

  @Test
  void aLineThatIsNoSettingIsNamedByItsNumberOnly() {
    assertThatThrownBy(() -> EnvFile.parse("stormdrain.env", List.of("A=1", "s3cret value")))
        .hasMessage("stormdrain.env line 2: expected NAME=value");
  }

  @Test
  void theEnvironmentWins() {
    Settings settings = Settings.of(Map.of("A", "file", "B", "file"), Map.of("A", "environment"));

    assertThat(settings.value("A")).contains("environment");
    assertThat(settings.value("B")).contains("file");
  }

  @Test
  void valuesDoNotShow() {
    assertThat(new Settings(Map.of("SMTP_PASSWORD", "s3cret")))
        .hasToString("Settings[SMTP_PASSWORD]");
  }

  @Test
  void withoutReceiversAlertsGoToTheTerminal() {
    assertThat(Receivers.describe(new Settings(Map.of("SMTP_HOST", " "))))
        .singleElement()
        .asString()
        .startsWith("go to this terminal");
  }

  @Test
  void receiversAreToldWithoutTheirSecrets() {
    Map<String, String> values =
        Map.of(
            "SLACK_BOT_TOKEN", "xoxb-1",
            "SLACK_CHANNEL", "#ops",
            "SMTP_HOST", "mail.example",
            "MAIL_TO", "ops@shop.example");

    assertThat(Receivers.describe(new Settings(values)))
        .containsExactly("go to Slack, channel #ops", "go by e-mail to ops@shop.example");
  }

  @Test
  void halfAReceiverIsSaidAloud() {
    Map<String, String> values = Map.of("SMTP_HOST", "mail.example", "SLACK_WEBHOOK_URL", "u");

    assertThat(Receivers.describe(new Settings(values)))
        .containsExactly(
            "go to Slack, the channel of the incoming webhook",
            "do NOT go to e-mail: SMTP_HOST is set, but MAIL_TO is missing");
  }
}
