package io.stormdrain.notifier.teams;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stormdrain.notifier.delivery.Telling;
import io.stormdrain.notifier.incident.IncidentState;
import io.stormdrain.notifier.message.Brief;
import io.stormdrain.notifier.message.Message;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A message as an adaptive card. All of it is text runs, in which nothing is parsed: neither
 * Markdown nor mentions. Pure.
 */
final class Card {

  /** Teams takes about 28 KB, and was seen to refuse cards from 21 KB on. */
  static final int LONGEST = 20_000;

  private static final String TYPE = "application/vnd.microsoft.card.adaptive";
  private static final String SCHEMA = "http://adaptivecards.io/schemas/adaptive-card.json";

  private Card() {}

  static String of(Telling telling) {
    Message message = telling.message();
    ObjectNode root = JsonNodeFactory.instance.objectNode().put("type", "message");
    ObjectNode attachment = root.putArray("attachments").addObject().put("contentType", TYPE);
    attachment.putNull("contentUrl");
    ObjectNode card =
        attachment
            .putObject("content")
            .put("$schema", SCHEMA)
            .put("type", "AdaptiveCard")
            .put("version", "1.2");
    card.putObject("msteams").put("width", "full");
    ArrayNode body = card.putArray("body");
    body.add(block(message.label() + "  " + message.headline(), "Default").put("separator", false));
    ((ObjectNode) body.get(0).get("inlines").get(0))
        .put("weight", "Bolder")
        .put("size", "Large")
        .put("color", color(message));
    action(card, "Open " + message.label(), message.link());
    action(card, "More about it", message.page());
    int left = LONGEST - root.toString().getBytes(UTF_8).length;
    for (Brief.Line line : Brief.lines(message)) {
      ObjectNode block = line(line);
      int size = block.toString().getBytes(UTF_8).length + 1;
      if (!telling.plain() && size <= left) {
        left -= size;
        body.add(block);
      }
    }
    return root.toString();
  }

  private static ObjectNode line(Brief.Line line) {
    return switch (line) {
      case Brief.Line.Title title -> {
        ObjectNode block = block(title.text(), "Default").put("spacing", "Medium");
        ((ObjectNode) block.get("inlines").get(0)).put("weight", "Bolder");
        yield block;
      }
      case Brief.Line.Words words -> block(words.text(), "Default").put("spacing", "None");
      case Brief.Line.Literal literal -> block(literal.text(), "Monospace").put("spacing", "None");
    };
  }

  private static ObjectNode block(String text, String font) {
    ObjectNode block = JsonNodeFactory.instance.objectNode().put("type", "RichTextBlock");
    block
        .putArray("inlines")
        .addObject()
        .put("type", "TextRun")
        .put("text", text)
        .put("fontType", font);
    return block;
  }

  private static void action(ObjectNode card, String title, @Nullable URI url) {
    if (url != null) {
      card.withArray("actions")
          .addObject()
          .put("type", "Action.OpenUrl")
          .put("title", title)
          .put("url", url.toString());
    }
  }

  private static String color(Message message) {
    if (message.state() == IncidentState.RESOLVED) {
      return "Good";
    }
    return switch (message.severity()) {
      case CRITICAL, HIGH -> "Attention";
      case MEDIUM -> "Warning";
      case LOW, INFO -> "Accent";
    };
  }
}
