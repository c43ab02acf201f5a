package io.stormdrain.notifier.pagerduty;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stormdrain.notifier.Secret;
import io.stormdrain.notifier.announcement.Announcement;
import io.stormdrain.notifier.message.LogText;

/**
 * A release as a change event of PagerDuty, which shows it beside the alerts of the same service.
 * Pure.
 */
final class ChangeEvent {

  /** PagerDuty's documentation: summary 1,024 characters, the whole event 512 KB. */
  static final int LONGEST_SUMMARY = 1_024;

  private static final int LONGEST_WORDS = 500;

  private ChangeEvent() {}

  static String of(Announcement announcement, Secret routingKey) {
    String summary =
        "%s: release %s"
            .formatted(LogText.line(announcement.app()), LogText.line(announcement.release()));
    ObjectNode event =
        JsonNodeFactory.instance.objectNode().put("routing_key", routingKey.reveal());
    ObjectNode payload =
        event
            .putObject("payload")
            .put("summary", LogText.cut(summary, LONGEST_SUMMARY))
            .put("timestamp", announcement.at().toString())
            .put("source", announcement.app());
    ObjectNode details =
        payload
            .putObject("custom_details")
            .put("release", announcement.release())
            .put("platform", announcement.platform())
            .put("line", LogText.line(announcement.words(), LONGEST_WORDS));
    if (announcement.environment() != null) {
      details.put("environment", announcement.environment());
    }
    if (announcement.mayRepeat()) {
      details.put("note", "possible repeat");
    }
    return event.toString();
  }
}
