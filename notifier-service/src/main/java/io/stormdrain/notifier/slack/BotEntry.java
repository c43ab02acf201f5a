package io.stormdrain.notifier.slack;

import io.stormdrain.notifier.Secret;
import io.stormdrain.notifier.delivery.Setup;
import io.stormdrain.notifier.receiver.Means;
import io.stormdrain.notifier.receiver.ReceiverEntry;
import org.jspecify.annotations.Nullable;

/**
 * A bot in the routing file: {@code slack: {channel: C0123ABC}}.
 *
 * @param token of an app with the scope chat:write; without it SLACK_BOT_TOKEN
 * @param channel id of the channel in which it posts
 */
public record BotEntry(@Nullable Secret token, @Nullable String channel) implements ReceiverEntry {

  @Override
  public Setup setup(String name, Means means) {
    Secret by = token == null ? means.config().slack().botToken().orElse(null) : token;
    if (by == null) {
      return new Setup.Incomplete(name, "neither 'token' nor SLACK_BOT_TOKEN is set");
    }
    return channel == null || channel.isBlank()
        ? new Setup.Incomplete(name, "'channel' is missing")
        : SlackSetup.bot(name, by, channel, means);
  }
}
