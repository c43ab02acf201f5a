package io.stormdrain.notifier.vendor;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.stormdrain.notifier.Secret;
import io.stormdrain.notifier.outgoing.ScriptedHttp.Reply;
import io.stormdrain.notifier.outgoing.ScriptedHttp.Request;
import io.stormdrain.notifier.pagerduty.PagerEntry;
import io.stormdrain.notifier.receiver.ReceiverEntry;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * PagerDuty's Events API v2: 512 KB, a summary of 1,024 characters, keys of 255; an alert that is
 * to be triggered says what, where and how bad.
 */
final class PagerDuty extends Vendor {

  private static final String KEY = "0123456789abcdef0123456789abcdef";
  private static final Set<String> SEVERITIES = Set.of("critical", "error", "warning", "info");
  private static final Set<String> ACTIONS = Set.of("trigger", "acknowledge", "resolve");

  @Override
  ReceiverEntry entry(URI address) {
    return new PagerEntry(Secret.of(KEY), Secret.of(address + "/v2/enqueue"));
  }

  @Override
  @Nullable Reply refusal(Request request, JsonNode body) {
    if (request.body().getBytes(UTF_8).length > 512 * 1024) {
      return says(413, "{\"status\":\"invalid event\",\"message\":\"too large\"}");
    }
    JsonNode payload = body.path("payload");
    String action = body.path("event_action").asText();
    boolean keyed =
        body.path("routing_key").asText().equals(KEY)
            && ACTIONS.contains(action)
            && body.path("dedup_key").asText().length() <= 255;
    boolean triggers =
        !payload.path("source").asText().isEmpty()
            && SEVERITIES.contains(payload.path("severity").asText())
            && isShort(payload.path("summary").asText());
    return keyed && (!action.equals("trigger") || triggers)
        ? null
        : says(400, "{\"status\":\"invalid event\",\"message\":\"Event object is invalid\"}");
  }

  private static boolean isShort(String summary) {
    return !summary.isEmpty() && summary.length() <= 1_024;
  }

  @Override
  Reply taken(Request request, JsonNode body) {
    return says(202, "{\"status\":\"success\",\"message\":\"Event processed\"}");
  }

  /** It says no time: some minutes, its documentation asks for. */
  @Override
  Reply limit() {
    return says(429, "{\"status\":\"throttle exceeded\"}");
  }

  @Override
  long asksFor() {
    return 0;
  }

  @Override
  Request tooMuch() {
    return post(
        "/v2/enqueue",
        "{\"routing_key\":\"%s\",\"event_action\":\"trigger\",\"payload\":{\"source\":\"a\",\"severity\":\"info\",\"summary\":\"%s\"}}"
            .formatted(KEY, "x".repeat(1_025)));
  }
}
