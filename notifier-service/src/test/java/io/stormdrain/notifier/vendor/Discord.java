package io.stormdrain.notifier.vendor;

import com.fasterxml.jackson.databind.JsonNode;
import io.stormdrain.notifier.Secret;
import io.stormdrain.notifier.discord.DiscordEntry;
import io.stormdrain.notifier.outgoing.ScriptedHttp.Reply;
import io.stormdrain.notifier.outgoing.ScriptedHttp.Request;
import io.stormdrain.notifier.receiver.ReceiverEntry;
import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A webhook of Discord: 2,000 characters of content, ten embeds with titles of 256, descriptions of
 * 4,096 and 6,000 together; a message can be changed by who has posted it.
 */
final class Discord extends Vendor {

  private static final String HOOK = "/api/webhooks/1/token";
  private static final long FIRST = 1_234_567_890_123_456_789L;

  private final AtomicLong next = new AtomicLong(FIRST);

  @Override
  ReceiverEntry entry(URI address) {
    return new DiscordEntry(Secret.of(address + HOOK));
  }

  @Override
  @Nullable Reply refusal(Request request, JsonNode body) {
    String path = request.path();
    if (path.contains("/messages/") && !isPosted(path.substring(path.lastIndexOf('/') + 1))) {
      return says(404, "{\"message\":\"Unknown Message\",\"code\":10008}");
    }
    if (body.path("content").asText().isEmpty() && body.path("embeds").isEmpty()) {
      return says(400, "{\"message\":\"Cannot send an empty message\",\"code\":50006}");
    }
    return body.path("content").asText().length() > 2_000 || !areEmbeds(body.path("embeds"))
        ? says(400, "{\"message\":\"Invalid Form Body\",\"code\":50035}")
        : null;
  }

  private static boolean areEmbeds(JsonNode embeds) {
    int together = 0;
    boolean fit = embeds.size() <= 10;
    for (JsonNode embed : embeds) {
      int title = embed.path("title").asText().length();
      int description = embed.path("description").asText().length();
      int footer = embed.at("/footer/text").asText().length();
      together += title + description + footer;
      fit &= title <= 256 && description <= 4_096 && footer <= 2_048;
      fit &= embed.path("color").asInt() >= 0 && embed.path("color").asInt() <= 0xFFFFFF;
    }
    return fit && together <= 6_000;
  }

  private boolean isPosted(String id) {
    long number = Long.parseLong(id);
    return number >= FIRST && number < next.get();
  }

  @Override
  Reply taken(Request request, JsonNode body) {
    boolean waits = request.path().endsWith("?wait=true");
    boolean edits = request.path().contains("/messages/");
    return waits || edits
        ? says(200, "{\"id\":\"" + (edits ? FIRST : next.getAndIncrement()) + "\"}")
        : says(204, "");
  }

  /** Without the header: what counts to the fraction of a second is in the body. */
  @Override
  Reply limit() {
    return says(
        429,
        "{\"message\":\"You are being rate limited.\",\"retry_after\":1.337,\"global\":false}");
  }

  @Override
  long asksFor() {
    return 1_337;
  }

  @Override
  Request tooMuch() {
    return post(HOOK, "{\"content\":\"" + "x".repeat(2_001) + "\"}");
  }
}
