package io.stormdrain.notifier.discord;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stormdrain.notifier.delivery.Telling;
import io.stormdrain.notifier.incident.IncidentState;
import io.stormdrain.notifier.message.Brief;
import io.stormdrain.notifier.message.InWords;
import io.stormdrain.notifier.message.LogText;
import io.stormdrain.notifier.message.Message;

/**
 * A message as Discord takes it: an embed, in which Markdown is parsed, so every character of it is
 * escaped. Nobody is mentioned, whatever the text says. Pure.
 */
final class DiscordMessage {

  /** Discord's documentation: title 256 characters, description 4,096, content 2,000. */
  static final int LONGEST_TITLE = 256;

  static final int LONGEST_DESCRIPTION = 4_096;
  static final int LONGEST_CONTENT = 2_000;

  private DiscordMessage() {}

  /** The whole message. */
  static String of(Telling telling) {
    Message message = telling.message();
    if (telling.plain()) {
      return note(message.label() + "  " + message.headline());
    }
    ObjectNode body = body();
    ObjectNode embed =
        body.putArray("embeds")
            .addObject()
            .put("title", fitting(message.headline(), LONGEST_TITLE))
            .put(
                "description",
                Brief.fitting(message, LONGEST_DESCRIPTION, DiscordMessage::line, String::length))
            .put("color", color(message))
            .put("timestamp", message.seen().since().toString());
    embed.putObject("footer").put("text", message.label());
    if (message.link() != null) {
      embed.put("url", message.link().toString());
    }
    return body.toString();
  }

  /** One line for those who read along. */
  static String reply(Telling telling) {
    Message message = telling.message();
    String what = message.account().isEmpty() ? message.headline() : message.account();
    return note(message.label() + "  " + InWords.sentence(what));
  }

  private static String note(String text) {
    return body().put("content", fitting(text, LONGEST_CONTENT)).toString();
  }

  private static ObjectNode body() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putObject("allowed_mentions").putArray("parse");
    return body;
  }

  private static String line(Brief.Line line) {
    return switch (line) {
      case Brief.Line.Title title -> "**" + escape(title.text()) + "**";
      case Brief.Line.Words words -> escape(words.text());
      case Brief.Line.Literal literal -> "`" + literal(literal.text()) + "`";
    };
  }

  /** Text within backticks, where nothing is parsed; it must not end them. */
  private static String literal(String text) {
    return Brief.defanged(text).replace('`', 'ˋ').replaceAll("<(?=[@#:!])", "‹");
  }

  /** Escaped, and cut before that where it would be too long. */
  private static String fitting(String text, int most) {
    String escaped = escape(text);
    for (int room = most; escaped.length() > most; room -= 16) {
      escaped = escape(LogText.cut(text, Math.min(room, text.length())));
    }
    return escaped;
  }

  /** Without Markdown, addresses and mentions. */
  static String escape(String text) {
    return Brief.defanged(text).replaceAll("([\\\\`*_~|>#\\[\\]()<:-])", "\\\\$1");
  }

  private static int color(Message message) {
    if (message.state() == IncidentState.RESOLVED) {
      return 0x2E9E5B;
    }
    return switch (message.severity()) {
      case CRITICAL -> 0xD92D20;
      case HIGH -> 0xE8590C;
      case MEDIUM -> 0xD6A400;
      case LOW -> 0x2F80ED;
      case INFO -> 0x868E96;
    };
  }
}
