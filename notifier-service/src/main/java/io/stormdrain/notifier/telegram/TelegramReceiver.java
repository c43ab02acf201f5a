package io.stormdrain.notifier.telegram;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
import org.jspecify.annotations.Nullable;

/**
 * Telegram: a message for each incident, kept true, and replies to it for what deserves one. The
 * change comes first, because doing it twice does no harm.
 */
final class TelegramReceiver implements Receiver {

  /** Where messages go; {@code thread} of a forum, null for none. */
  record Chat(String id, @Nullable Long thread) {}

  private final String name;
  private final Secret bot;
  private final Chat chat;
  private final HttpPost http;
  private final InstantSource clock;

  /**
   * @param bot address of its methods, with its token
   */
  TelegramReceiver(String name, Secret bot, Chat chat, HttpPost http, InstantSource clock) {
    this.name = name;
    this.bot = bot;
    this.chat = chat;
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
          : outcome(call("sendMessage", whole(telling)));
    }
    Reply reply = call("editMessageText", whole(telling).put("message_id", Long.parseLong(live)));
    if (TelegramAnswer.isGone(reply)) {
      return outcome(call("sendMessage", whole(telling)));
    }
    Outcome changed = kept(outcome(reply));
    return changed instanceof Outcome.Delivered && telling.form() == Reason.Notice.MESSAGE
        ? kept(outcome(call("sendMessage", below(telling, live))))
        : changed;
  }

  private ObjectNode whole(Telling telling) {
    return telling.plain()
        ? body(TelegramText.plain(telling))
        : body(TelegramText.of(telling)).put("parse_mode", "HTML");
  }

  private ObjectNode below(Telling telling, String live) {
    ObjectNode body = body(TelegramText.reply(telling)).put("parse_mode", "HTML");
    body.putObject("reply_parameters")
        .put("message_id", Long.parseLong(live))
        .put("allow_sending_without_reply", true);
    return body;
  }

  private ObjectNode body(String text) {
    ObjectNode body =
        JsonNodeFactory.instance.objectNode().put("chat_id", chat.id()).put("text", text);
    if (chat.thread() != null) {
      body.put("message_thread_id", chat.thread());
    }
    body.putObject("link_preview_options").put("is_disabled", true);
    return body;
  }

  /** The conversation goes on under its first message. */
  private static Outcome kept(Outcome outcome) {
    return outcome instanceof Outcome.Delivered delivered
        ? new Outcome.Delivered(delivered.reference(), null)
        : outcome;
  }

  private Reply call(String method, ObjectNode body) {
    return http.send(URI.create(bot.reveal() + "/" + method), Map.of(), body.toString());
  }

  private Outcome outcome(Reply reply) {
    return TelegramAnswer.of(reply, clock.instant());
  }
}
