package io.stormdrain.notifier.discord;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.stormdrain.notifier.Secret;
import io.stormdrain.notifier.delivery.Outcome;
import io.stormdrain.notifier.delivery.Receiver;
import io.stormdrain.notifier.delivery.Telling;
import io.stormdrain.notifier.incident.Reason;
import io.stormdrain.notifier.message.Notice;
import io.stormdrain.notifier.outgoing.HttpFaults;
import io.stormdrain.notifier.outgoing.HttpPost;
import io.stormdrain.notifier.outgoing.HttpPost.Reply;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Discord: a message for each incident, kept true, and a line below for what deserves one. The
 * change comes first, because doing it twice does no harm.
 */
final class DiscordReceiver implements Receiver {

  private static final JsonMapper JSON = new JsonMapper();

  /** Discord's code for a message that is gone; the webhook itself is there. */
  private static final int UNKNOWN_MESSAGE = 10_008;

  private final String name;
  private final Secret address;
  private final HttpPost http;
  private final InstantSource clock;

  DiscordReceiver(String name, Secret address, HttpPost http, InstantSource clock) {
    this.name = name;
    this.address = address;
    this.http = http;
    this.clock = clock;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean edits() {
    return true;
  }

  @Override
  public Repeats repeats() {
    return Repeats.MARKED;
  }

  @Override
  public Outcome tell(Telling telling) {
    String live = telling.conversation().reference();
    if (live == null) {
      return telling.message().notice() == Notice.UPDATED
          ? new Outcome.Delivered(null, null)
          : post(telling);
    }
    Reply reply = http.patch(address("/messages/" + live), Map.of(), DiscordMessage.of(telling));
    if (reply instanceof Reply.Answer answer && code(answer) == UNKNOWN_MESSAGE) {
      return post(telling);
    }
    Outcome changed =
        HttpFaults.judge(reply, clock.instant(), answer -> new Outcome.Delivered(live, null));
    return changed instanceof Outcome.Delivered && telling.form() == Reason.Notice.MESSAGE
        ? HttpFaults.judge(
            http.send(address("?wait=true"), Map.of(), DiscordMessage.reply(telling)),
            clock.instant(),
            answer -> new Outcome.Delivered(id(answer), null))
        : changed;
  }

  private Outcome post(Telling telling) {
    return HttpFaults.judge(
        http.send(address("?wait=true"), Map.of(), DiscordMessage.of(telling)),
        clock.instant(),
        answer -> new Outcome.Delivered(id(answer), id(answer)));
  }

  private URI address(String more) {
    return URI.create(address.reveal() + more);
  }

  private static @Nullable String id(Reply.Answer answer) {
    String id = read(answer).path("id").asText("");
    return id.matches("[0-9]{1,25}") ? id : null;
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
