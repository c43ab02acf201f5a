package io.stormdrain.notifier.telegram;

import io.stormdrain.notifier.Secret;
import io.stormdrain.notifier.delivery.Setup;
import io.stormdrain.notifier.outgoing.Address;
import io.stormdrain.notifier.outgoing.Guard;
import io.stormdrain.notifier.receiver.Means;
import io.stormdrain.notifier.receiver.ReceiverEntry;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Telegram in the routing file: {@code telegram: {token: "${TELEGRAM_TOKEN}", chat:
 * "-1001234567890"}}.
 *
 * @param token of a bot
 * @param chat its number, or the name of a public channel with {@code @}
 * @param thread of a forum; null for none
 * @param url base of the Bot API; Telegram's usual one when null
 */
public record TelegramEntry(
    @Nullable Secret token, @Nullable String chat, @Nullable Long thread, @Nullable String url)
    implements ReceiverEntry {

  private static final String USUAL = "https://api.telegram.org";
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9:_-]{10,100}");
  private static final Pattern CHAT = Pattern.compile("-?[0-9]{1,20}|@[A-Za-z0-9_]{4,32}");

  @Override
  public Setup setup(String name, Means means) {
    String base = Objects.requireNonNullElse(url, USUAL).replaceAll("/+$", "");
    if (token == null || !TOKEN.matcher(token.reveal()).matches()) {
      return new Setup.Incomplete(name, "'token' has to be that of a bot");
    }
    if (chat == null || !CHAT.matcher(chat).matches()) {
      return new Setup.Incomplete(name, "'chat' has to be a number or a name with @");
    }
    if (!Address.isHttp(base)) {
      return new Setup.Incomplete(name, "'url' has to be a http(s) address");
    }
    return new Setup.Ready(
        new TelegramReceiver(
            name,
            Secret.of(base + "/bot" + token.reveal()),
            new TelegramReceiver.Chat(chat, thread),
            means.post(Guard.Trust.STRANGER),
            means.clock()));
  }
}
