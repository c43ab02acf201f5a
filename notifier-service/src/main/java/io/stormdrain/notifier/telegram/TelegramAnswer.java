package io.stormdrain.notifier.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.stormdrain.notifier.delivery.Fault;
import io.stormdrain.notifier.delivery.Outcome;
import io.stormdrain.notifier.outgoing.HttpFaults;
import io.stormdrain.notifier.outgoing.HttpPost.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What Telegram's answers mean. Pure. */
final class TelegramAnswer {

  private static final JsonMapper JSON = new JsonMapper();
  private static final int LIMITED = 429;
  private static final int BAD_REQUEST = 400;

  /** What a 400 says when it is the chat that is wrong, and not the message. */
  private static final List<String> WRONG_CHAT =
      List.of(
          "chat not found",
          "message thread not found",
          "group chat was upgraded",
          "have no rights");

  private TelegramAnswer() {}

  /** What came of a call; when it was taken, the conversation goes on under its message. */
  static Outcome of(Reply reply, Instant now) {
    if (reply instanceof Reply.Answer answer) {
      if (says(answer, "message is not modified")) {
        return new Outcome.Delivered(null, null);
      }
      if (answer.status() == LIMITED) {
        return new Outcome.Retry(Fault.RATE_LIMITED, HttpFaults.detail(answer), after(answer, now));
      }
      if (answer.status() == BAD_REQUEST && WRONG_CHAT.stream().anyMatch(w -> says(answer, w))) {
        return new Outcome.Refused(Fault.NOT_FOUND, HttpFaults.detail(answer));
      }
    }
    return HttpFaults.judge(reply, now, answer -> new Outcome.Delivered(id(answer), id(answer)));
  }

  /** Whether the message that is to be changed is not there any more. */
  static boolean isGone(Reply reply) {
    return reply instanceof Reply.Answer answer
        && (says(answer, "message to edit not found") || says(answer, "message can't be edited"));
  }

  private static @Nullable Duration after(Reply.Answer answer, Instant now) {
    long seconds = read(answer).at("/parameters/retry_after").asLong();
    return seconds > 0 ? Duration.ofSeconds(seconds) : HttpFaults.after(answer, now);
  }

  private static @Nullable String id(Reply.Answer answer) {
    long id = read(answer).at("/result/message_id").asLong();
    return id > 0 ? Long.toString(id) : null;
  }

  private static boolean says(Reply.Answer answer, String words) {
    return read(answer).path("description").asText().toLowerCase(Locale.ROOT).contains(words);
  }

  private static JsonNode read(Reply.Answer answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (JsonProcessingException e) {
      return JSON.missingNode();
    }
  }
}
