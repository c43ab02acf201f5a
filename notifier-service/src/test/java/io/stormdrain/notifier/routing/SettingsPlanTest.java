package io.stormdrain.notifier.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.notifier.Settings;
import io.stormdrain.notifier.delivery.Receiver;
import io.stormdrain.notifier.outgoing.WayOut;
import io.stormdrain.notifier.receiver.Means;
import io.stormdrain.notifier.terminal.TerminalReceiver;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who is told where there is no routing file. */
final class SettingsPlanTest {

  private static final String SLACK = "stormdrain.notifier.slack.";
  private static final String MAIL = "stormdrain.notifier.mail.";

  @Test
  void withoutSettingsAlertsArePrinted() {
    assertThat(names(Map.of())).containsExactly("terminal");
  }

  @Test
  void whoeverIsConfiguredIsToldAndNothingIsPrinted() {
    assertThat(
            names(
                Map.of(
                    SLACK + "webhook-url", "https://hooks.example.org/1",
                    SLACK + "bot-token", "xoxb",
                    SLACK + "channel", "C1",
                    MAIL + "host", "localhost",
                    MAIL + "from", "a@example.org",
                    MAIL + "to", "b@example.org")))
        .containsExactly("slack-webhook", "slack", "email");
  }

  @Test
  void incompleteMailSettingsArePrintedBesideTheOthers() {
    assertThat(
            names(
                Map.of(
                    SLACK + "webhook-url",
                    "https://hooks.example.org/1",
                    MAIL + "host",
                    "localhost")))
        .containsExactly("slack-webhook", "terminal");
  }

  @Test
  void aTokenWithoutAChannelIsIncomplete() {
    assertThat(names(Map.of(SLACK + "bot-token", "xoxb"))).containsExactly("terminal");
  }

  @Test
  void anAddressThatIsNoneIsIncomplete() {
    assertThat(names(Map.of(SLACK + "webhook-url", "hooks.slack.com"))).containsExactly("terminal");
    assertThat(
            names(
                Map.of(
                    MAIL + "host", "localhost",
                    MAIL + "from", "a@example.org",
                    MAIL + "to", "b@example.org\r\nBcc: c@example.org")))
        .containsExactly("terminal");
  }

  @Test
  void aUserWithoutAPasswordIsIncomplete() {
    assertThat(
            names(
                Map.of(
                    MAIL + "host", "localhost",
                    MAIL + "user", "ann",
                    MAIL + "from", "a@example.org",
                    MAIL + "to", "b@example.org")))
        .containsExactly("terminal");
  }

  private static List<String> names(Map<String, String> settings) {
    Means means =
        new Means(Settings.of(settings), WayOut.vertx(), WayOut.outgoing(), InstantSource.system());
    return new Plans(means, TerminalReceiver.toStandardOutput(InstantSource.system()))
        .ofSettings().receivers().stream().map(Receiver::name).toList();
  }
}
