package io.stormdrain.notifier.pagerduty;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stormdrain.notifier.Secret;
import io.stormdrain.notifier.delivery.Telling;
import io.stormdrain.notifier.incident.Reason;
import io.stormdrain.notifier.message.Brief;
import io.stormdrain.notifier.message.LogText;
import io.stormdrain.notifier.message.Message;
import io.stormdrain.notifier.threshold.Severity;
import java.net.URI;
import java.util.Locale;

/**
 * A message as an event of PagerDuty. All events of an incident have its id as their key, so that
 * PagerDuty has one alert for it. Pure.
 */
final class PageEvent {

  /** PagerDuty's documentation: summary 1,024 characters, the whole event 512 KB. */
  static final int LONGEST_SUMMARY = 1_024;

  static final int LONGEST_DETAILS = 20_000;

  /** What it is to PagerDuty. */
  enum Action {
    TRIGGER,
    ACKNOWLEDGE,
    RESOLVE,
    /** Changes nothing there. */
    NONE
  }

  private PageEvent() {}

  static Action action(Telling telling) {
    Message message = telling.message();
    if (!message.notice().isOfTrouble()) {
      // Nobody is called for what is no trouble.
      return Action.NONE;
    }
    return switch (message.state()) {
      case RESOLVED -> Action.RESOLVE;
      case ACKNOWLEDGED -> Action.ACKNOWLEDGE;
      case OPEN, RECOVERING ->
          telling.form() == Reason.Notice.MESSAGE ? Action.TRIGGER : Action.NONE;
    };
  }

  static String of(Telling telling, Action action, Secret routingKey) {
    Message message = telling.message();
    ObjectNode event =
        JsonNodeFactory.instance
            .objectNode()
            .put("routing_key", routingKey.reveal())
            .put("event_action", action.name().toLowerCase(Locale.ROOT))
            .put("dedup_key", message.incident().toString());
    if (action == Action.TRIGGER) {
      alert(message, telling.plain(), event);
    }
    return event.toString();
  }

  private static void alert(Message message, boolean plain, ObjectNode event) {
    ObjectNode payload =
        event
            .putObject("payload")
            .put("summary", LogText.cut(message.headline(), LONGEST_SUMMARY))
            .put("source", message.where().app())
            .put("severity", word(message.severity()))
            .put("timestamp", message.seen().since().toString())
            .put("group", message.where().app());
    if (message.where().process() != null) {
      payload.put("component", message.where().process());
    }
    if (!plain) {
      payload
          .putObject("custom_details")
          .put("incident", message.label())
          .put(
              "text",
              Brief.fitting(
                  message, LONGEST_DETAILS, Brief.Line::text, text -> text.getBytes(UTF_8).length));
    }
    event.put("client", "Stormdrain");
    if (message.link() != null) {
      event.put("client_url", message.link().toString());
      link(event, message.link(), message.label());
    }
    if (message.page() != null) {
      link(event, message.page(), "More about it");
    }
  }

  private static void link(ObjectNode event, URI to, String text) {
    event.withArray("links").addObject().put("href", to.toString()).put("text", text);
  }

  private static String word(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "critical";
      case HIGH -> "error";
      case MEDIUM -> "warning";
      case LOW, INFO -> "info";
    };
  }
}
