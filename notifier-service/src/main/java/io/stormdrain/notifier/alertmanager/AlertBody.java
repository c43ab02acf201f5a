package io.stormdrain.notifier.alertmanager;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stormdrain.notifier.delivery.Telling;
import io.stormdrain.notifier.message.Brief;
import io.stormdrain.notifier.message.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A message as an alert of Alertmanager. Labels are its identity, so nothing in them changes while
 * the incident lasts: severity is the one that it began with. Pure.
 */
final class AlertBody {

  /** Alertmanager ends by itself what has no end; so long we may be silent about an open one. */
  static final Duration OPEN = Duration.ofDays(30);

  static final int LONGEST_TEXT = 8_000;

  private AlertBody() {}

  static String of(Telling telling, Instant now) {
    Message message = telling.message();
    ArrayNode alerts = JsonNodeFactory.instance.arrayNode();
    ObjectNode alert = alerts.addObject();
    ObjectNode labels =
        alert
            .putObject("labels")
            .put("alertname", "Stormdrain")
            .put("incident", message.label())
            .put("app", message.where().app())
            .put("platform", message.where().platform())
            .put("severity", telling.conversation().severity().word());
    put(labels, "environment", message.where().environment());
    ObjectNode annotations =
        alert
            .putObject("annotations")
            .put("summary", message.headline())
            .put("severity", message.severity().word());
    if (!telling.plain()) {
      annotations.put(
          "description",
          Brief.fitting(
              message, LONGEST_TEXT, Brief.Line::text, text -> text.getBytes(UTF_8).length));
    }
    alert.put("startsAt", message.seen().since().toString());
    alert.put("endsAt", end(message, now).toString());
    put(alert, "generatorURL", message.link() == null ? null : message.link().toString());
    return alerts.toString();
  }

  /** An end in the future is no end yet; one before the begin is refused. */
  private static Instant end(Message message, Instant now) {
    Instant since = message.seen().since();
    return switch (message.state()) {
      case OPEN, ACKNOWLEDGED, RECOVERING -> now.plus(OPEN);
      case RESOLVED -> {
        Instant over = Objects.requireNonNullElse(message.seen().until(), now);
        Instant past = over.isAfter(now) ? now : over;
        yield past.isAfter(since) ? past : since.plusMillis(1);
      }
    };
  }

  private static void put(ObjectNode node, String name, @Nullable String text) {
    if (text != null && !text.isEmpty()) {
      node.put(name, text);
    }
  }
}
