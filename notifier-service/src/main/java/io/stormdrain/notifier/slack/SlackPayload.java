package io.stormdrain.notifier.slack;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stormdrain.notifier.delivery.Telling;

/** What is sent to Slack. Pure. */
final class SlackPayload {

  private SlackPayload() {}

  /** The whole message, in its full form or the plain one. */
  static ObjectNode of(Telling telling) {
    if (telling.plain()) {
      return text(SlackMessage.plain(telling.message()).text()).put("mrkdwn", false);
    }
    SlackMessage message = SlackMessage.of(telling.message());
    ObjectNode payload = text(message.text());
    payload.set("blocks", BlockJson.of(message.blocks()));
    return payload;
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
