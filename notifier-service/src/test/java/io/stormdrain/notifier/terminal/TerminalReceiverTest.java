package io.stormdrain.notifier.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.notifier.delivery.Conversation;
import io.stormdrain.notifier.delivery.Outcome;
import io.stormdrain.notifier.delivery.Telling;
import io.stormdrain.notifier.incident.Reason;
import io.stormdrain.notifier.message.HostileText;
import io.stormdrain.notifier.message.Message;
import io.stormdrain.notifier.message.Notice;
import io.stormdrain.notifier.message.Trouble;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.time.InstantSource;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class TerminalReceiverTest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final TerminalReceiver terminal =
      new TerminalReceiver(
          new PrintStream(bytes, false, UTF_8),
          InstantSource.fixed(Instant.parse("2026-02-10T14:05:00Z")));

  @Test
  void showsTheAlertAsSlackAndAsMailWould() {
    Outcome outcome = tell(Trouble.crashLoop().message(Notice.OPENED));

    assertThat(outcome).isInstanceOf(Outcome.Delivered.class);
    assertThat(printed())
        .contains("┌─ INC-17 as Slack shows it ─")
        .contains("│ 🔴 Critical: web.1 cannot start: module")
        .contains("│ Seen 6 times since 2026-02-10 14:03:35 UTC")
        .contains(
            "│   • If it began with a release, go back while you look: `heroku rollback --app shop`")
        .contains("│   ┆ beautifulsoup4  # bs4")
        .contains("│ INC-17 https://stormdrain.example.org/incidents/INC-17")
        .contains("┌─ INC-17 as its mail reads ─")
        .contains("│ Subject: [critical] shop: web.1 cannot start");
  }

  @Property(tries = 200)
  void noLogLineReachesTheTerminalsControls(@ForAll("hostile") Message message) {
    bytes.reset();

    tell(message);

    assertThat(printed())
        .doesNotContainPattern("[\\x00-\\x09\\x0b-\\x1f\\x7f-\\x9f\\u202a-\\u202e]");
    assertThat(printed().lines()).allMatch(line -> line.matches("[┌│└].*"));
  }

  @Provide
  Arbitrary<Message> hostile() {
    return HostileText.messages();
  }

  private Outcome tell(Message message) {
    Conversation conversation = new Conversation(message.title(), message.severity(), null);
    return terminal.tell(new Telling(1, message, Reason.Notice.MESSAGE, conversation, false));
  }

  private String printed() {
    return bytes.toString(UTF_8);
  }
}
