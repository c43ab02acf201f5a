package io.stormdrain.notifier.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stormdrain.notifier.Secret;
import io.stormdrain.notifier.delivery.LiveReceiver;
import io.stormdrain.notifier.delivery.Outcome;
import io.stormdrain.notifier.delivery.Pace;
import io.stormdrain.notifier.delivery.Telling;
import io.stormdrain.notifier.message.Notice;
import io.stormdrain.notifier.outgoing.HttpPost;
import io.stormdrain.notifier.outgoing.HttpPost.Reply;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Slack by bot: {@code chat.postMessage}, {@code chat.update}, and {@code chat.postMessage} into
 * the message's thread.
 */
final class BotReceiver extends LiveReceiver {

  static final String NAME = "slack";

  /** The message can no longer be changed, so a new one takes its place. */
  private static final Set<String> CANNOT_UPDATE =
      Set.of(
          "message_not_found",
          "cant_update_message",
          "edit_window_closed",
          "is_inactive",
          "block_mismatch");

  private final Secret token;
  private final String channel;
  private final URI api;
  private final boolean buttons;
  private final HttpPost http;
  private final InstantSource clock;

  /**
   * @param channel where new messages go
   * @param api base of the Web API, with a slash at its end
   * @param buttons whether messages have them: presses are taken
   */
  BotReceiver(
      String name,
      Secret token,
      String channel,
      URI api,
      boolean buttons,
      HttpPost http,
      InstantSource clock) {
    super(name);
    this.buttons = buttons;
    this.token = token;
    this.channel = channel;
    this.api = api;
    this.http = http;
    this.clock = clock;
  }

  @Override
  public Pace pace() {
    return WebhookReceiver.CHANNEL;
  }

  @Override
  protected Outcome post(Telling telling) {
    ObjectNode payload = SlackPayload.of(telling, buttons).put("channel", channel);
    return outcome(call("chat.postMessage", payload));
  }

  @Override
  protected @Nullable Outcome change(Telling telling, String reference) {
    Live live = Live.of(reference);
    if (live == null) {
      return null;
    }
    ObjectNode payload =
        SlackPayload.of(telling, buttons).put("channel", live.channel()).put("ts", live.ts());
    Reply reply = call("chat.update", payload);
    return reply instanceof Reply.Answer answer && CANNOT_UPDATE.contains(SlackAnswer.error(answer))
        ? null
        : outcome(reply);
  }

  @Override
  protected Outcome reply(Telling telling, String reference) {
    Live live = Objects.requireNonNull(Live.of(reference));
    ObjectNode payload =
        SlackPayload.reply(telling)
            .put("channel", live.channel())
            .put("thread_ts", live.ts())
            .put("reply_broadcast", telling.message().notice() == Notice.REOPENED);
    return outcome(call("chat.postMessage", payload));
  }

  private Reply call(String method, ObjectNode payload) {
    return http.send(
        api.resolve(method),
        Map.of("Authorization", "Bearer " + token.reveal()),
        payload.toString());
  }

  private Outcome outcome(Reply reply) {
    return switch (reply) {
      case Reply.Answer answer -> SlackAnswer.ofApi(answer, clock.instant());
      case Reply.Failed failed -> failed.outcome();
    };
  }

  /** The message that is kept up to date, as {@code channel:ts}. */
  private record Live(String channel, String ts) {

    /** Null for what a receiver of another kind called a message under this name. */
    static @Nullable Live of(String reference) {
      int colon = reference.indexOf(':');
      return colon < 0
          ? null
          : new Live(reference.substring(0, colon), reference.substring(colon + 1));
    }
  }
}
