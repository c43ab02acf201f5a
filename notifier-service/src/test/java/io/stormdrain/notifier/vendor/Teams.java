package io.stormdrain.notifier.vendor;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.stormdrain.notifier.Secret;
import io.stormdrain.notifier.outgoing.ScriptedHttp.Reply;
import io.stormdrain.notifier.outgoing.ScriptedHttp.Request;
import io.stormdrain.notifier.receiver.ReceiverEntry;
import io.stormdrain.notifier.teams.TeamsEntry;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A Workflow of Microsoft Teams: one Adaptive Card in a message of 28 KB. Some have seen 413 near
 * 21 KB, so that is the limit here.
 */
final class Teams extends Vendor {

  private static final int MOST_BYTES = 21_000;
  private static final Set<String> BLOCKS =
      Set.of("TextBlock", "RichTextBlock", "FactSet", "Container", "ColumnSet");

  @Override
  ReceiverEntry entry(URI address) {
    return new TeamsEntry(Secret.of(address + "/workflows/1/triggers/manual?sig=secret"));
  }

  @Override
  @Nullable Reply refusal(Request request, JsonNode body) {
    if (request.body().getBytes(UTF_8).length > MOST_BYTES) {
      return says(413, "{\"error\":{\"code\":\"RequestEntityTooLarge\"}}");
    }
    JsonNode card = body.at("/attachments/0");
    boolean isMessage =
        body.path("type").asText().equals("message")
            && body.path("attachments").size() == 1
            && card.path("contentType").asText().equals("application/vnd.microsoft.card.adaptive");
    if (!isMessage || !isCard(card.path("content"))) {
      return says(400, "{\"error\":{\"code\":\"TriggerInputSchemaMismatch\"}}");
    }
    return null;
  }

  private static boolean isCard(JsonNode content) {
    boolean known = true;
    for (JsonNode block : content.path("body")) {
      known &= BLOCKS.contains(block.path("type").asText());
    }
    return known
        && content.path("type").asText().equals("AdaptiveCard")
        && content.path("version").asText().matches("1\\.[0-5]")
        && !content.path("body").isEmpty();
  }

  @Override
  Reply taken(Request request, JsonNode body) {
    return says(202, "");
  }

  @Override
  Reply limit() {
    return new Reply.Answer(429, Map.of("Retry-After", "12"), "Rate limit is exceeded.");
  }

  @Override
  long asksFor() {
    return 12_000;
  }

  @Override
  Request tooMuch() {
    return post("/workflows/1", "{\"type\":\"message\",\"text\":\"" + "x".repeat(28_000) + "\"}");
  }
}
