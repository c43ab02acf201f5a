package io.stormdrain.notifier.vendor;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.stormdrain.notifier.Secret;
import io.stormdrain.notifier.ntfy.NtfyEntry;
import io.stormdrain.notifier.outgoing.ScriptedHttp.Reply;
import io.stormdrain.notifier.outgoing.ScriptedHttp.Request;
import io.stormdrain.notifier.receiver.ReceiverEntry;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * ntfy's server: a topic, 4,096 bytes of message (of more it makes a file, which is refused here),
 * priorities from 1 to 5, three actions, a bearer token.
 */
final class Ntfy extends Vendor {

  private static final String TOKEN = "tk_AgQdq7mVBoFD37zQVN29RhuMzNIz2";

  @Override
  ReceiverEntry entry(URI address) {
    return new NtfyEntry(Secret.of("alerts"), Secret.of(TOKEN), Secret.of(address + "/"), true);
  }

  @Override
  @Nullable Reply refusal(Request request, JsonNode body) {
    if (!("Bearer " + TOKEN).equals(request.headers().get("authorization"))) {
      return says(401, "{\"code\":40101,\"http\":401,\"error\":\"unauthorized\"}");
    }
    if (!request.path().equals("/")
        || !body.path("topic").asText().matches("[-_A-Za-z0-9]{1,64}")) {
      return says(400, "{\"code\":40009,\"http\":400,\"error\":\"invalid topic: topic invalid\"}");
    }
    if (body.path("message").asText().getBytes(UTF_8).length > 4_096) {
      return says(413, "{\"code\":41301,\"http\":413,\"error\":\"attachment too large\"}");
    }
    int priority = body.path("priority").asInt(3);
    if (priority < 1 || priority > 5) {
      return says(400, "{\"code\":40007,\"http\":400,\"error\":\"invalid priority parameter\"}");
    }
    if (body.path("actions").size() > 3 || !body.path("tags").isArray()) {
      return says(
          400, "{\"code\":40017,\"http\":400,\"error\":\"request body must be valid JSON\"}");
    }
    return null;
  }

  @Override
  Reply taken(Request request, JsonNode body) {
    return says(200, "{\"id\":\"hwQ2YpKdmg\",\"time\":1770732180,\"event\":\"message\"}");
  }

  @Override
  Reply limit() {
    return new Reply.Answer(
        429,
        Map.of("Retry-After", "5"),
        "{\"code\":42901,\"http\":429,\"error\":\"limit reached: too many requests\"}");
  }

  @Override
  long asksFor() {
    return 5_000;
  }

  @Override
  Request tooMuch() {
    String body = "{\"topic\":\"alerts\",\"tags\":[],\"message\":\"" + "é".repeat(2_049) + "\"}";
    return new Request("/", Map.of("authorization", "Bearer " + TOKEN), body);
  }
}
