package io.stormdrain.notifier.discord;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.stormdrain.notifier.Secret;
import io.stormdrain.notifier.delivery.Fault;
import io.stormdrain.notifier.delivery.LiveReceiver;
import io.stormdrain.notifier.delivery.Outcome;
import io.stormdrain.notifier.delivery.Pace;
import io.stormdrain.notifier.delivery.Telling;
import io.stormdrain.notifier.outgoing.HttpFaults;
import io.stormdrain.notifier.outgoing.HttpPost;
import io.stormdrain.notifier.outgoing.HttpPost.Reply;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Discord: a message for each incident, kept true, and a line below for what deserves one. */
final class DiscordReceiver extends LiveReceiver {

  /** Discord takes 30 messages a minute by one webhook, five of them within two seconds. */
  static final Pace LIMIT = Pace.one(Duration.ofSeconds(2), 5);

  private static final JsonMapper JSON = new JsonMapper();

  /** Discord's code for a message that is gone; the webhook itself is there. */
  private static final int UNKNOWN_MESSAGE = 10_008;

  private static final int LIMITED = 429;
  private static final double LONGEST_SECONDS = 86_400;

  /** What is no such number was called so by a receiver of another kind. */
  private static final Pattern MESSAGE = Pattern.compile("[0-9]{1,25}");

  private final Secret address;
  private final HttpPost http;
  private final InstantSource clock;

  DiscordReceiver(String name, Secret address, HttpPost http, InstantSource clock) {
    super(name);
    this.address = address;
    this.http = http;
    this.clock = clock;
  }

  @Override
  public Pace pace() {
    return LIMIT;
  }

  @Override
  protected Outcome post(Telling telling) {
    return sent(DiscordMessage.of(telling));
  }

  @Override
  protected @Nullable Outcome change(Telling telling, String live) {
    if (!MESSAGE.matcher(live).matches()) {
      return null;
    }
    Reply reply = http.patch(address("/messages/" + live), Map.of(), DiscordMessage.of(telling));
    return reply instanceof Reply.Answer answer && code(answer) == UNKNOWN_MESSAGE
        ? null
        : outcome(reply, answer -> new Outcome.Delivered(live, null));
  }

  @Override
  protected Outcome reply(Telling telling, String live) {
    return sent(DiscordMessage.reply(telling));
  }

  private Outcome sent(String body) {
    return outcome(
        http.send(address("?wait=true"), Map.of(), body),
        answer -> new Outcome.Delivered(id(answer), id(answer)));
  }

  /** Discord says in the body how long to wait, to the fraction of a second. */
  private Outcome outcome(Reply reply, Function<Reply.Answer, Outcome> delivered) {
    if (reply instanceof Reply.Answer answer && answer.status() == LIMITED) {
      double seconds = read(answer).path("retry_after").asDouble();
      if (seconds > 0 && seconds < LONGEST_SECONDS) {
        Duration after = Duration.ofMillis((long) Math.ceil(seconds * 1_000));
        return new Outcome.Retry(Fault.RATE_LIMITED, HttpFaults.detail(answer), after);
      }
    }
    return HttpFaults.judge(reply, clock.instant(), delivered);
  }

  private URI address(String more) {
    return URI.create(address.reveal() + more);
  }

  private static @Nullable String id(Reply.Answer answer) {
    String id = read(answer).path("id").asText("");
    return MESSAGE.matcher(id).matches() ? id : null;
  }

  private static int code(Reply.Answer answer) {
    return read(answer).path("code").asInt();
  }

  private static JsonNode read(Reply.Answer answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (JsonProcessingException e) {
      return JSON.missingNode();
    }
  }
}
