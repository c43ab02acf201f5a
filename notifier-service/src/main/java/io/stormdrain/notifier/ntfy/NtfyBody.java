package io.stormdrain.notifier.ntfy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stormdrain.notifier.delivery.Telling;
import io.stormdrain.notifier.incident.IncidentState;
import io.stormdrain.notifier.message.Brief;
import io.stormdrain.notifier.message.LogText;
import io.stormdrain.notifier.message.Message;

/** A message as ntfy takes it: plain text. Pure. */
final class NtfyBody {

  /** ntfy makes a file of a message that is longer than 4,096 bytes. */
  static final int LONGEST = 4_000;

  static final int LONGEST_TITLE = 200;

  private NtfyBody() {}

  static String of(Telling telling, String topic) {
    Message message = telling.message();
    String text =
        telling.plain()
            ? Brief.defanged(message.where().text())
            : Brief.fitting(
                message,
                LONGEST,
                line -> Brief.defanged(line.text()),
                written -> written.getBytes(UTF_8).length);
    ObjectNode body =
        JsonNodeFactory.instance
            .objectNode()
            .put("topic", topic)
            .put("title", Brief.defanged(LogText.cut(message.headline(), LONGEST_TITLE)))
            .put("message", text)
            .put("priority", priority(message));
    body.putArray("tags")
        .add(message.state() == IncidentState.RESOLVED ? "white_check_mark" : "rotating_light")
        .add(message.label());
    if (message.link() != null) {
      body.put("click", message.link().toString());
    }
    return body.toString();
  }

  /** From 1 to 5; 3 is usual. */
  private static int priority(Message message) {
    if (message.state() == IncidentState.RESOLVED) {
      return 2;
    }
    return switch (message.severity()) {
      case CRITICAL -> 5;
      case HIGH -> 4;
      case MEDIUM -> 3;
      case LOW, INFO -> 2;
    };
  }
}
