package io.stormdrain.notifier.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.notifier.delivery.Conversation;
import io.stormdrain.notifier.delivery.Telling;
import io.stormdrain.notifier.incident.Reason;
import io.stormdrain.notifier.message.HostileText;
import io.stormdrain.notifier.message.Message;
import io.stormdrain.notifier.message.Notice;
import io.stormdrain.notifier.message.Trouble;
import io.stormdrain.notifier.threshold.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class MailTextTest {

  private static final Instant NOW = Instant.parse("2026-02-10T14:05:00Z");
  private static final Conversation FIRST =
      new Conversation("web.1 crashed and is down", Severity.HIGH, null);

  @Test
  void theSubjectStaysAsItWasInTheFirstMail() {
    Trouble trouble = Trouble.crashLoop();

    MailText opened = mail(trouble.message(Notice.OPENED));
    trouble.sees("process.up", "web.1", null, Map.of(), "up").after(Duration.ofMinutes(9));
    MailText resolved = mail(trouble.message(Notice.RESOLVED));

    assertThat(opened.subject()).isEqualTo("[high] shop: web.1 crashed and is down (INC-17)");
    assertThat(resolved.subject()).isEqualTo(opened.subject());
    assertThat(resolved.text()).startsWith("Resolved: ");
  }

  @Test
  void allMailsOfAnIncidentReferToOneRootAndEachHasItsOwnId() {
    Message message = Trouble.crashLoop().message(Notice.OPENED);
    String root = "<inc-" + message.incident() + "@example.org>";

    Map<String, String> headers = mail(message).headers();

    assertThat(headers)
        .containsEntry("Message-ID", "<dlv-42@example.org>")
        .containsEntry("References", root)
        .containsEntry("In-Reply-To", root)
        .containsEntry("Auto-Submitted", "auto-generated")
        .containsEntry("Date", "Tue, 10 Feb 2026 14:05:00 GMT")
        .containsEntry("List-Id", "Stormdrain alerts <alerts.stormdrain.example.org>")
        .containsEntry("X-Stormdrain-Incident", "INC-17")
        .containsEntry("X-Stormdrain-State", "open")
        .containsEntry("X-Stormdrain-Severity", "critical");
  }

  @Test
  void theTextIsCompleteOnItsOwn() {
    assertThat(mail(Trouble.crashLoop().message(Notice.OPENED)).text())
        .contains("Critical: web.1 cannot start")
        .contains("shop (production, heroku), web.1")
        .contains("Seen 6 times since 2026-02-10 14:03:35 UTC")
        .contains("Release: strong suspect: v43")
        .contains("heroku rollback --app shop")
        .contains("beautifulsoup4  # bs4")
        .contains("No module named 'typer'")
        .contains("INC-17  https://stormdrain.example.org/incidents/INC-17");
  }

  @Test
  void theHtmlFetchesNothing() {
    assertThat(mail(Trouble.crashLoop().message(Notice.OPENED)).html())
        .contains("heroku rollback --app shop</code>")
        .doesNotContain("src=", "<link", "@import", "url(");
  }

  @Test
  void thePlainFormHasNoHtml() {
    Message message = Trouble.crashLoop().message(Notice.OPENED);

    MailText plain =
        MailText.of(
            new Telling(42, message, Reason.Notice.MESSAGE, FIRST, true), "example.org", NOW);

    assertThat(plain.html()).isNull();
  }

  @Property(tries = 300)
  void noHeaderCanBeBrokenOutOf(@ForAll("hostile") Message message, @ForAll("text") String title) {
    Conversation conversation = new Conversation(title, Severity.HIGH, null);

    MailText mail =
        MailText.of(
            new Telling(42, message, Reason.Notice.MESSAGE, conversation, false),
            "example.org\r\nBcc: x",
            NOW);

    assertThat(mail.subject()).doesNotContainPattern("\\p{Cntrl}").hasSizeLessThanOrEqualTo(200);
    assertThat(mail.headers().values()).noneMatch(value -> value.matches("(?s).*\\p{Cntrl}.*"));
  }

  @Property(tries = 300)
  void logTextIsOnlyEverTextInHtml(@ForAll("hostile") Message message) {
    assertThat(mail(message).html())
        .doesNotContain("<script", "<img", "onerror=alert(1)>", "<!channel")
        .doesNotContainPattern("[\\x00-\\x08\\x0b-\\x1f\\x7f]");
  }

  @Property(tries = 300)
  void logTextHasNoControlCharactersInText(@ForAll("hostile") Message message) {
    assertThat(mail(message).text()).doesNotContainPattern("[\\x00-\\x09\\x0b-\\x1f\\x7f-\\x9f]");
  }

  @Provide
  Arbitrary<Message> hostile() {
    return HostileText.messages();
  }

  @Provide
  Arbitrary<String> text() {
    return HostileText.any();
  }

  private static MailText mail(Message message) {
    return MailText.of(
        new Telling(42, message, Reason.Notice.MESSAGE, FIRST, false), "example.org", NOW);
  }
}
