package io.stormdrain.notifier.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.stormdrain.notifier.delivery.Fault;
import io.stormdrain.notifier.delivery.Outcome;
import io.stormdrain.notifier.message.LogText;
import io.stormdrain.notifier.outgoing.HttpFaults;
import io.stormdrain.notifier.outgoing.HttpPost.Reply.Answer;
import io.stormdrain.notifier.outgoing.RetryAfter;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads what Slack answers. Pure. */
final class SlackAnswer {

  private static final JsonMapper JSON = new JsonMapper();
  private static final int LONGEST_DETAIL = 200;

  private SlackAnswer() {}

  /** An incoming webhook answers 200 and {@code ok}, or a status with a word. */
  static Outcome ofWebhook(Answer answer, Instant now) {
    return answer.status() / 100 == 2 ? new Outcome.Delivered(null, null) : ofStatus(answer, now);
  }

  /** The Web API answers 200 for success and most failures; {@code ok} tells them apart. */
  static Outcome ofApi(Answer answer, Instant now) {
    if (answer.status() != 200) {
      return ofStatus(answer, now);
    }
    JsonNode body = json(answer.body());
    if (body == null || !body.path("ok").isBoolean()) {
      return new Outcome.Unknown(Fault.NO_ANSWER, "the answer is not what Slack answers");
    }
    if (body.path("ok").booleanValue()) {
      String reference = body.path("channel").asText("") + ":" + body.path("ts").asText("");
      return new Outcome.Delivered(reference, reference);
    }
    return HttpFaults.failed(SlackFaults.of(word(body)), detail(body), after(answer, now));
  }

  /** The word for what is wrong; blank when there is none. */
  static String error(Answer answer) {
    JsonNode body = answer.status() == 200 ? json(answer.body()) : null;
    return body == null ? "" : word(body);
  }

  private static Outcome ofStatus(Answer answer, Instant now) {
    Fault byWord = SlackFaults.of(answer.body().strip());
    Fault fault = byWord == Fault.UNRECOGNISED ? HttpFaults.of(answer.status()) : byWord;
    return HttpFaults.failed(fault, HttpFaults.detail(answer), after(answer, now));
  }

  private static @Nullable Duration after(Answer answer, Instant now) {
    Duration header = HttpFaults.after(answer, now);
    JsonNode body = header == null && answer.status() == 429 ? json(answer.body()) : null;
    return body != null && body.path("retry_after").isNumber()
        ? RetryAfter.of(body.path("retry_after").asText(), now)
        : header;
  }

  private static String word(JsonNode body) {
    return body.path("error").asText("");
  }

  private static String detail(JsonNode body) {
    String more = body.path("response_metadata").path("messages").path(0).asText("");
    return LogText.line(more.isEmpty() ? word(body) : word(body) + ": " + more, LONGEST_DETAIL);
  }

  private static @Nullable JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return null;
    }
  }
}
