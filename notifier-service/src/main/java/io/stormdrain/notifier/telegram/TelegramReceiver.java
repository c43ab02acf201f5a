package io.stormdrain.notifier.telegram;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stormdrain.notifier.Secret;
import io.stormdrain.notifier.delivery.LiveReceiver;
import io.stormdrain.notifier.delivery.Outcome;
import io.stormdrain.notifier.delivery.Pace;
import io.stormdrain.notifier.delivery.Telling;
import io.stormdrain.notifier.outgoing.HttpPost;
import io.stormdrain.notifier.outgoing.HttpPost.Reply;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Telegram: a message for each incident, kept true, and replies to it. */
final class TelegramReceiver extends LiveReceiver {

  /** Telegram takes 20 messages a minute for a group, one a second for a chat. */
  static final Pace LIMIT = Pace.one(Duration.ofSeconds(3), 3);

  /** Where messages go; {@code thread} of a forum, null for none. */
  record Chat(String id, @Nullable Long thread) {}

  /** What is no such number was called so by a receiver of another kind. */
  private static final Pattern MESSAGE = Pattern.compile("[0-9]{1,18}");

  private final Secret bot;
  private final Chat chat;
  private final HttpPost http;
  private final InstantSource clock;

  /**
   * @param bot address of its methods, with its token
   */
  TelegramReceiver(String name, Secret bot, Chat chat, HttpPost http, InstantSource clock) {
    super(name);
    this.bot = bot;
    this.chat = chat;
    this.http = http;
    this.clock = clock;
  }

  @Override
  public Pace pace() {
    return LIMIT;
  }

  @Override
  protected Outcome post(Telling telling) {
    return outcome(call("sendMessage", whole(telling)));
  }

  @Override
  protected @Nullable Outcome change(Telling telling, String live) {
    if (!MESSAGE.matcher(live).matches()) {
      return null;
    }
    Reply reply = call("editMessageText", whole(telling).put("message_id", Long.parseLong(live)));
    return TelegramAnswer.isGone(reply) ? null : outcome(reply);
  }

  @Override
  protected Outcome reply(Telling telling, String live) {
    return outcome(call("sendMessage", below(telling, live)));
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

  private Reply call(String method, ObjectNode body) {
    return http.send(URI.create(bot.reveal() + "/" + method), Map.of(), body.toString());
  }

  private Outcome outcome(Reply reply) {
    return TelegramAnswer.of(reply, clock.instant());
  }
}
