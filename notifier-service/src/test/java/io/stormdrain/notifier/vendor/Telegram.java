package io.stormdrain.notifier.vendor;

import com.fasterxml.jackson.databind.JsonNode;
import io.stormdrain.notifier.Secret;
import io.stormdrain.notifier.outgoing.ScriptedHttp.Reply;
import io.stormdrain.notifier.outgoing.ScriptedHttp.Request;
import io.stormdrain.notifier.receiver.ReceiverEntry;
import io.stormdrain.notifier.telegram.TelegramEntry;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Telegram's Bot API: 4,096 characters once its HTML is read, tags closed in their order, and no
 * change that changes nothing.
 */
final class Telegram extends Vendor {

  private static final String TOKEN = "123456:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw";
  private static final String CHAT = "-100123";
  private static final Pattern TAG = Pattern.compile("<(/?)([a-z]+)(?: [^<>]*)?>");
  private static final Pattern BROKEN = Pattern.compile("[<>]|&(?!(?:amp|lt|gt|quot);)");
  private static final Set<String> TAGS = Set.of("b", "i", "u", "s", "a", "code", "pre");

  private final Map<Long, String> texts = new HashMap<>();

  @Override
  ReceiverEntry entry(URI address) {
    return new TelegramEntry(Secret.of(TOKEN), CHAT, null, address.toString());
  }

  @Override
  @Nullable Reply refusal(Request request, JsonNode body) {
    if (!body.path("chat_id").asText().equals(CHAT)) {
      return bad("chat not found");
    }
    String text = body.path("text").asText();
    String read = "HTML".equals(body.path("parse_mode").asText()) ? read(text) : text;
    if (read == null) {
      return bad("can't parse entities: unexpected end tag");
    }
    if (read.isBlank()) {
      return bad("message text is empty");
    }
    if (read.length() > 4_096) {
      return bad("message is too long");
    }
    if (request.path().endsWith("/editMessageText")) {
      String before = texts.get(body.path("message_id").asLong());
      return before == null
          ? bad("message to edit not found")
          : before.equals(text) ? bad("message is not modified") : null;
    }
    return null;
  }

  /** Without its tags and entities; null when they are not as they have to be. */
  private static @Nullable String read(String html) {
    Deque<String> open = new ArrayDeque<>();
    Matcher tags = TAG.matcher(html);
    while (tags.find()) {
      boolean closes = !tags.group(1).isEmpty();
      if (!TAGS.contains(tags.group(2)) || (closes && !tags.group(2).equals(open.peek()))) {
        return null;
      }
      if (closes) {
        open.pop();
      } else {
        open.push(tags.group(2));
      }
    }
    String bare = tags.replaceAll("");
    return open.isEmpty() && !BROKEN.matcher(bare).find() ? bare.replaceAll("&[a-z]+;", "x") : null;
  }

  @Override
  Reply taken(Request request, JsonNode body) {
    long id =
        request.path().endsWith("/editMessageText")
            ? body.path("message_id").asLong()
            : texts.size() + 1L;
    texts.put(id, body.path("text").asText());
    return says(200, "{\"ok\":true,\"result\":{\"message_id\":" + id + "}}");
  }

  private static Reply bad(String why) {
    return says(
        400, "{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: " + why + "\"}");
  }

  @Override
  Reply limit() {
    return says(
        429,
        "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests: retry after 17\","
            + "\"parameters\":{\"retry_after\":17}}");
  }

  @Override
  long asksFor() {
    return 17_000;
  }

  @Override
  Request tooMuch() {
    String text = "x".repeat(4_097);
    return post("/bot/sendMessage", "{\"chat_id\":\"" + CHAT + "\",\"text\":\"" + text + "\"}");
  }
}
