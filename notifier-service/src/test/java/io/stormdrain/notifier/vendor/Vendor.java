package io.stormdrain.notifier.vendor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.stormdrain.notifier.outgoing.ScriptedHttp.Reply;
import io.stormdrain.notifier.outgoing.ScriptedHttp.Request;
import io.stormdrain.notifier.receiver.ReceiverEntry;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's API as its documentation has it: what it takes, what it refuses, and in which words.
 */
abstract class Vendor {

  private static final JsonMapper JSON = new JsonMapper();

  /** Bodies that it has taken. */
  final List<JsonNode> taken = new ArrayList<>();

  private boolean limiting;

  /** A receiver that speaks to it there. */
  abstract ReceiverEntry entry(URI address);

  /** What its limit says, with the seconds that {@link #asksFor} has. */
  abstract Reply limit();

  /** Milliseconds for which it asks. */
  abstract long asksFor();

  /** A request that is over one of its limits. */
  abstract Request tooMuch();

  /** Why it does not take it; null when it does. */
  abstract @Nullable Reply refusal(Request request, JsonNode body);

  /** What it says to what it takes. */
  abstract Reply taken(Request request, JsonNode body);

  /** From now on all is too much for it. */
  void limits() {
    limiting = true;
  }

  synchronized Reply answer(Request request) {
    if (limiting) {
      return limit();
    }
    JsonNode body = read(request.body());
    Reply refusal = body == null ? says(400, "{\"error\":\"no JSON\"}") : refusal(request, body);
    if (body == null || refusal != null) {
      return refusal == null ? says(400, "{}") : refusal;
    }
    taken.add(body);
    return taken(request, body);
  }

  static Reply says(int status, String body) {
    return new Reply.Answer(status, Map.of("Content-Type", "application/json"), body);
  }

  static Request post(String path, String body) {
    return new Request(path, Map.of("content-type", "application/json"), body);
  }

  private static @Nullable JsonNode read(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  @Override
  public String toString() {
    return getClass().getSimpleName();
  }
}
