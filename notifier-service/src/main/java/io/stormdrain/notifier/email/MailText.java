package io.stormdrain.notifier.email;

import io.stormdrain.notifier.delivery.Telling;
import io.stormdrain.notifier.message.LogText;
import io.stormdrain.notifier.message.Message;
import io.stormdrain.notifier.message.PlainText;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message as an e-mail. Pure. Mail programs make a thread of mails with one subject that refer to
 * one id, so both stay as they were in the first mail of the incident; how it stands is said in the
 * first line and in headers.
 *
 * @param headers beside sender, receivers and subject; no value has a line break
 * @param text complete on its own
 * @param html null in the plain form
 */
public record MailText(
    String subject, Map<String, String> headers, String text, @Nullable String html) {

  private static final int LONGEST_SUBJECT = 200;
  private static final int LONGEST_DOMAIN = 100;

  /**
   * The mail for a telling.
   *
   * @param domain of the sender; ids end with it
   */
  public static MailText of(Telling telling, String domain, Instant now) {
    return new MailText(
        subject(telling),
        headers(telling, domain, now),
        PlainText.of(telling.message()),
        telling.plain() ? null : MailHtml.of(telling.message()));
  }

  private static String subject(Telling telling) {
    Message message = telling.message();
    String title =
        "[%s] %s: %s"
            .formatted(
                telling.conversation().severity().word(),
                message.where().app(),
                LogText.line(telling.conversation().title()));
    String label = " (" + message.label() + ")";
    return LogText.cut(title, LONGEST_SUBJECT - label.length()) + label;
  }

  private static Map<String, String> headers(Telling telling, String domain, Instant now) {
    Message message = telling.message();
    String host = host(domain);
    String root = "<inc-" + message.incident() + "@" + host + ">";
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Message-ID", "<dlv-" + telling.delivery() + "@" + host + ">");
    headers.put("In-Reply-To", root);
    headers.put("References", root);
    headers.put(
        "Date",
        DateTimeFormatter.RFC_1123_DATE_TIME
            .withLocale(Locale.ROOT)
            .format(now.atOffset(ZoneOffset.UTC)));
    // RFC 3834, and Exchange's word for it: nobody's holiday notice answers an alert.
    headers.put("Auto-Submitted", "auto-generated");
    headers.put("X-Auto-Response-Suppress", "All");
    // RFC 2919: what people's filters look at.
    headers.put("List-Id", "Stormdrain alerts <alerts.stormdrain." + host + ">");
    headers.put("X-Stormdrain-Incident", message.label());
    headers.put("X-Stormdrain-State", message.state().name().toLowerCase(Locale.ROOT));
    headers.put("X-Stormdrain-Severity", message.severity().word());
    return headers;
  }

  private static String host(String domain) {
    String host = domain.replaceAll("[^A-Za-z0-9.-]", "");
    return host.isEmpty()
        ? "localhost"
        : host.substring(0, Math.min(host.length(), LONGEST_DOMAIN));
  }
}
