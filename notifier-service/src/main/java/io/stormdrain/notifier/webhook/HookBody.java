package io.stormdrain.notifier.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stormdrain.notifier.delivery.Telling;
import io.stormdrain.notifier.message.Listing;
import io.stormdrain.notifier.message.Message;
import io.stormdrain.notifier.message.Notice;
import io.stormdrain.notifier.message.Step;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A message as JSON for programs: all of how the incident stands, whatever was told before. Pure.
 */
final class HookBody {

  /** Standard Webhooks recommend no more; many receivers take no more. */
  static final int LONGEST = 20_000;

  /** What is left out when it is too long, in this order. */
  private static final List<String> LONG =
      List.of("lists", "evidence", "history", "effects", "causes", "steps");

  private HookBody() {}

  static String of(Telling telling) {
    Message message = telling.message();
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("type", word(message.notice()));
    body.put("timestamp", message.history().getLast().at().toString());
    ObjectNode data = body.putObject("data");
    what(message, data);
    seen(message, data);
    if (!telling.plain()) {
      more(message, data);
    }
    for (String field : LONG) {
      if (body.toString().getBytes(UTF_8).length > LONGEST) {
        data.remove(field);
        data.put("shortened", true);
      }
    }
    return body.toString();
  }

  private static void what(Message message, ObjectNode data) {
    data.put("incident", message.incident().toString());
    data.put("label", message.label());
    data.put("state", message.state().name().toLowerCase(Locale.ROOT));
    data.put("severity", message.severity().word());
    data.put("title", message.title());
    put(data, "account", message.account().isEmpty() ? null : message.account());
    if (!message.remarks().isEmpty()) {
      list(data, "remarks", message.remarks());
    }
    data.put("app", message.where().app());
    put(data, "environment", message.where().environment());
    data.put("platform", message.where().platform());
    put(data, "process", message.where().process());
    put(data, "acknowledged_by", message.acknowledgedBy());
    put(data, "link", message.link() == null ? null : message.link().toString());
    put(data, "page", message.page() == null ? null : message.page().toString());
  }

  private static void seen(Message message, ObjectNode data) {
    data.put("first_seen", message.seen().since().toString());
    data.put("last_seen", message.seen().last().toString());
    put(data, "over_at", message.seen().until() == null ? null : message.seen().until().toString());
    data.put("count", message.seen().count());
    Message.Blame suspect = message.suspect();
    if (suspect != null) {
      ObjectNode release = data.putObject("suspect");
      release.put("release", suspect.release());
      release.put("at", suspect.at().toString());
      release.put("grade", suspect.grade().name().toLowerCase(Locale.ROOT));
      put(release, "what", suspect.what());
      put(release, "before", suspect.lastGood());
    }
  }

  private static void more(Message message, ObjectNode data) {
    list(data, "causes", message.causes());
    list(data, "effects", message.effects());
    list(data, "steps", message.steps().stream().map(Step::text).toList());
    ArrayNode lists = data.putArray("lists");
    for (Listing listing : message.listings()) {
      ObjectNode entry = lists.addObject().put("title", listing.title());
      list(entry, "lines", listing.lines());
    }
    list(data, "evidence", message.evidence());
    ArrayNode history = data.putArray("history");
    message
        .history()
        .forEach(entry ->
            history.addObject().put("at", entry.at().toString()).put("text", entry.text()));
  }

  private static void list(ObjectNode node, String name, List<String> texts) {
    ArrayNode array = node.putArray(name);
    texts.forEach(array::add);
  }

  private static void put(ObjectNode node, String name, @Nullable String text) {
    if (text != null) {
      node.put(name, text);
    }
  }

  private static String word(Notice notice) {
    return switch (notice) {
      case DIGEST -> "digest";
      case OPENED -> "incident.opened";
      case OPENED_AND_RESOLVED, RESOLVED -> "incident.resolved";
      case RAISED -> "incident.raised";
      case REOPENED -> "incident.reopened";
      case REGRESSED -> "incident.regressed";
      case FLAPPING -> "incident.flapping";
      case REMINDED -> "incident.reminded";
      case UPDATED -> "incident.updated";
      case VERDICT -> "incident.verdict";
    };
  }
}
