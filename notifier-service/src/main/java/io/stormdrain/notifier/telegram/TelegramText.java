package io.stormdrain.notifier.telegram;

import io.stormdrain.notifier.delivery.Telling;
import io.stormdrain.notifier.incident.IncidentState;
import io.stormdrain.notifier.message.Brief;
import io.stormdrain.notifier.message.InWords;
import io.stormdrain.notifier.message.LogText;
import io.stormdrain.notifier.message.Message;
import java.net.URI;

/**
 * A message as Telegram's HTML. Telegram finds addresses, names and commands in text by itself, but
 * not in code: what a sender had a say in is code, or defanged. Pure.
 */
final class TelegramText {

  /** Telegram's documentation: 4,096 characters after entities; we count before them. */
  static final int LONGEST = 4_096;

  private static final int LONGEST_TITLE = 300;

  private TelegramText() {}

  /** The whole message. */
  static String of(Telling telling) {
    Message message = telling.message();
    String head = head(message);
    String foot = foot(message);
    return head
        + Brief.fitting(
            message, LONGEST - head.length() - foot.length(), TelegramText::line, String::length)
        + foot;
  }

  /** The same for when the HTML is refused: text, nothing else. */
  static String plain(Telling telling) {
    Message message = telling.message();
    return LogText.cut(
        Brief.defanged(message.label() + "  " + message.headline() + "\n" + message.where().text()),
        LONGEST);
  }

  /** One line for those who read along. */
  static String reply(Telling telling) {
    Message message = telling.message();
    String what = message.account().isEmpty() ? message.headline() : message.account();
    return lamp(message)
        + " <code>"
        + escape(LogText.cut(InWords.sentence(what), LONGEST_TITLE))
        + "</code>";
  }

  private static String head(Message message) {
    return "%s <b>%s</b>\n<code>%s</code>\n"
        .formatted(
            lamp(message),
            InWords.sentence(message.standing()),
            escape(LogText.cut(message.title(), LONGEST_TITLE)));
  }

  private static String foot(Message message) {
    String label = message.link() == null ? message.label() : link(message.link(), message.label());
    return "\n"
        + label
        + (message.page() == null ? "" : "  " + link(message.page(), "More about it"));
  }

  private static String link(URI to, String text) {
    return "<a href=\"%s\">%s</a>".formatted(escape(to.toString()), text);
  }

  private static String line(Brief.Line line) {
    return switch (line) {
      case Brief.Line.Title title -> "<b>" + escape(Brief.defanged(title.text())) + "</b>";
      case Brief.Line.Words words -> escape(Brief.defanged(words.text()));
      case Brief.Line.Literal literal -> "<code>" + escape(literal.text()) + "</code>";
    };
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String lamp(Message message) {
    if (message.state() == IncidentState.RESOLVED) {
      return "🟢";
    }
    return switch (message.severity()) {
      case CRITICAL -> "🔴";
      case HIGH -> "🟠";
      case MEDIUM -> "🟡";
      case LOW -> "🔵";
      case INFO -> "⚪";
    };
  }
}
