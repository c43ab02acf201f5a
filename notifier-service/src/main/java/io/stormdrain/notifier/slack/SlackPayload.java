package io.stormdrain.notifier.slack;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stormdrain.notifier.delivery.Telling;
import io.stormdrain.notifier.message.Message;
import java.util.List;

/** What is sent to Slack. Pure. */
final class SlackPayload {

  private SlackPayload() {}

  /** The whole message, in its full form or the plain one. */
  static ObjectNode of(Telling telling) {
    return of(telling, false);
  }

  /** The same with buttons, where there is something to be pressed. */
  static ObjectNode of(Telling telling, boolean buttons) {
    if (telling.plain()) {
      return text(SlackMessage.plain(telling.message()).text()).put("mrkdwn", false);
    }
    SlackMessage message =
        SlackMessage.of(telling.message(), buttons ? buttons(telling.message()) : List.of());
    ObjectNode payload = text(message.text());
    payload.set("blocks", BlockJson.of(message.blocks()));
    return payload;
  }

  private static List<Press.Button> buttons(Message message) {
    return switch (message.state()) {
      case RESOLVED -> List.of();
      case ACKNOWLEDGED ->
          List.of(Press.Button.RESOLVE, Press.Button.SILENCE_HOUR, Press.Button.SILENCE_RELEASE);
      case OPEN, RECOVERING -> List.of(Press.Button.values());
    };
  }

  /** One line for the thread. */
  static ObjectNode reply(Telling telling) {
    return text(SlackMessage.reply(telling.message()));
  }

  private static ObjectNode text(String text) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("text", text)
        .put("unfurl_links", false)
        .put("unfurl_media", false);
  }
}
