package io.stormdrain.notifier.slack;

import io.stormdrain.notifier.NotifierConfig;
import io.stormdrain.notifier.Secret;
import io.stormdrain.notifier.delivery.HttpPost;
import io.stormdrain.notifier.delivery.Setup;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.InstantSource;
import java.util.List;

/** What settings make of Slack: a webhook, a bot, both or neither. */
public final class SlackSetup {

  private SlackSetup() {}

  /** The webhook and the bot. */
  public static List<Setup> of(NotifierConfig.Slack settings, InstantSource clock) {
    return List.of(webhook(settings, clock), bot(settings, clock));
  }

  private static Setup webhook(NotifierConfig.Slack settings, InstantSource clock) {
    return settings.webhookUrl().isEmpty()
        ? new Setup.Absent()
        : webhook(WebhookReceiver.NAME, settings.webhookUrl().get(), settings, clock);
  }

  static Setup webhook(
      String name, Secret address, NotifierConfig.Slack settings, InstantSource clock) {
    return isAddress(address.reveal())
        ? new Setup.Ready(
            new WebhookReceiver(name, address, new HttpPost(settings.timeout()), clock))
        : new Setup.Incomplete(name, "SLACK_WEBHOOK_URL is not a http(s) address");
  }

  private static Setup bot(NotifierConfig.Slack settings, InstantSource clock) {
    if (settings.botToken().isEmpty()) {
      return new Setup.Absent();
    }
    if (settings.channel().isEmpty()) {
      return new Setup.Incomplete(BotReceiver.NAME, "SLACK_BOT_TOKEN is set, SLACK_CHANNEL is not");
    }
    return bot(
        BotReceiver.NAME, settings.botToken().get(), settings.channel().get(), settings, clock);
  }

  static Setup bot(
      String name,
      Secret token,
      String channel,
      NotifierConfig.Slack settings,
      InstantSource clock) {
    return new Setup.Ready(
        new BotReceiver(
            name,
            token,
            channel,
            withSlash(settings.apiUrl()),
            new HttpPost(settings.timeout()),
            clock));
  }

  static boolean isAddress(String text) {
    try {
      URI address = new URI(text);
      return address.getHost() != null
          && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static URI withSlash(URI base) {
    return base.getPath().endsWith("/") ? base : URI.create(base + "/");
  }
}
