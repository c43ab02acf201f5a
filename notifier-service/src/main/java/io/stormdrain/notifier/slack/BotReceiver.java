package io.stormdrain.notifier.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stormdrain.notifier.Secret;
import io.stormdrain.notifier.delivery.Outcome;
import io.stormdrain.notifier.delivery.Receiver;
import io.stormdrain.notifier.delivery.Telling;
import io.stormdrain.notifier.incident.Reason;
import io.stormdrain.notifier.message.Notice;
import io.stormdrain.notifier.outgoing.HttpPost;
import io.stormdrain.notifier.outgoing.HttpPost.Reply;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Slack by bot: one message per incident that always says how it stands, and a thread under it that
 * says how it came there.
 *
 * <pre>
 *   first notice            chat.postMessage
 *   later, an edit          chat.update
 *   later, a message        chat.update, then chat.postMessage into the thread
 *   the message is gone     chat.postMessage, and that is the message from now on
 * </pre>
 *
 * The update comes first because doing it twice does no harm: whatever happens to the reply, both
 * may be repeated.
 */
final class BotReceiver implements Receiver {

  static final String NAME = "slack";

  /** The message can no longer be changed, so a new one takes its place. */
  private static final Set<String> CANNOT_UPDATE =
      Set.of(
          "message_not_found",
          "cant_update_message",
          "edit_window_closed",
          "is_inactive",
          "block_mismatch");

  private final String name;
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
    this.buttons = buttons;
    this.name = name;
    this.token = token;
    this.channel = channel;
    this.api = api;
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
    Live live = Live.of(telling.conversation().reference());
    if (live == null && telling.message().notice() == Notice.UPDATED) {
      // It was told with another incident, whose message is not for this one to change.
      return new Outcome.Delivered(null, null);
    }
    return live == null ? post(telling) : update(telling, live);
  }

  private Outcome post(Telling telling) {
    ObjectNode payload = SlackPayload.of(telling, buttons).put("channel", channel);
    return outcome(call("chat.postMessage", payload));
  }

  private Outcome update(Telling telling, Live live) {
    ObjectNode payload =
        SlackPayload.of(telling, buttons).put("channel", live.channel()).put("ts", live.ts());
    Reply reply = call("chat.update", payload);
    if (reply instanceof Reply.Answer answer && CANNOT_UPDATE.contains(SlackAnswer.error(answer))) {
      return post(telling);
    }
    Outcome updated = outcome(reply);
    return updated instanceof Outcome.Delivered && telling.form() == Reason.Notice.MESSAGE
        ? reply(telling, live)
        : kept(updated);
  }

  private Outcome reply(Telling telling, Live live) {
    ObjectNode payload =
        SlackPayload.reply(telling)
            .put("channel", live.channel())
            .put("thread_ts", live.ts())
            .put("reply_broadcast", telling.message().notice() == Notice.REOPENED);
    return kept(outcome(call("chat.postMessage", payload)));
  }

  /** The conversation goes on under its first message. */
  private static Outcome kept(Outcome outcome) {
    return outcome instanceof Outcome.Delivered delivered
        ? new Outcome.Delivered(delivered.reference(), null)
        : outcome;
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

    static @Nullable Live of(@Nullable String reference) {
      int colon = reference == null ? -1 : reference.indexOf(':');
      return reference == null || colon < 0
          ? null
          : new Live(reference.substring(0, colon), reference.substring(colon + 1));
    }
  }
}
