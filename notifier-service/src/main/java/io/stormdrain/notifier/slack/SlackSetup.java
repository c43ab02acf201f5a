package io.stormdrain.notifier.slack;

import io.stormdrain.notifier.NotifierConfig;
import io.stormdrain.notifier.Secret;
import io.stormdrain.notifier.delivery.Setup;
import io.stormdrain.notifier.outgoing.Address;
import io.stormdrain.notifier.outgoing.Guard;
import io.stormdrain.notifier.outgoing.HttpPost;
import io.stormdrain.notifier.receiver.Means;
import java.net.URI;
import java.util.List;

/** What settings make of Slack: a webhook, a bot, both or neither. */
public final class SlackSetup {

  private SlackSetup() {}

  /** The webhook and the bot. */
  public static List<Setup> of(Means means) {
    return List.of(webhook(means), bot(means));
  }

  private static Setup webhook(Means means) {
    NotifierConfig.Slack settings = means.config().slack();
    return settings.webhookUrl().isEmpty()
        ? new Setup.Absent()
        : webhook(WebhookReceiver.NAME, settings.webhookUrl().get(), means, Guard.Trust.OPERATOR);
  }

  static Setup webhook(String name, Secret address, Means means, Guard.Trust trust) {
    return Address.isHttp(address.reveal())
        ? new Setup.Ready(new WebhookReceiver(name, address, http(means, trust), means.clock()))
        : new Setup.Incomplete(name, "SLACK_WEBHOOK_URL is not a http(s) address");
  }

  private static Setup bot(Means means) {
    NotifierConfig.Slack settings = means.config().slack();
    if (settings.botToken().isEmpty()) {
      return new Setup.Absent();
    }
    if (settings.channel().isEmpty()) {
      return new Setup.Incomplete(BotReceiver.NAME, "SLACK_BOT_TOKEN is set, SLACK_CHANNEL is not");
    }
    return bot(BotReceiver.NAME, settings.botToken().get(), settings.channel().get(), means);
  }

  /** The address of the Web API is the settings' own, so the operator is who is trusted. */
  static Setup bot(String name, Secret token, String channel, Means means) {
    return new Setup.Ready(
        new BotReceiver(
            name,
            token,
            channel,
            withSlash(means.config().slack().apiUrl()),
            means.config().slack().signingSecret().isPresent(),
            http(means, Guard.Trust.OPERATOR),
            means.clock()));
  }

  private static HttpPost http(Means means, Guard.Trust trust) {
    return means.outgoing().post(trust, means.config().slack().timeout());
  }

  private static URI withSlash(URI base) {
    return base.getPath().endsWith("/") ? base : URI.create(base + "/");
  }
}
