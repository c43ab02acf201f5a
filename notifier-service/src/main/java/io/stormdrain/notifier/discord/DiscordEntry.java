package io.stormdrain.notifier.discord;

import io.stormdrain.notifier.Secret;
import io.stormdrain.notifier.delivery.Setup;
import io.stormdrain.notifier.outgoing.Address;
import io.stormdrain.notifier.outgoing.Guard;
import io.stormdrain.notifier.receiver.Means;
import io.stormdrain.notifier.receiver.ReceiverEntry;
import org.jspecify.annotations.Nullable;

/**
 * A webhook of Discord in the routing file: {@code discord: {url: "${DISCORD_WEBHOOK}"}}.
 *
 * @param url its address; whoever knows it can post
 */
public record DiscordEntry(@Nullable Secret url) implements ReceiverEntry {

  @Override
  public Setup setup(String name, Means means) {
    return url == null || !Address.isHttp(url.reveal()) || url.reveal().contains("?")
        ? new Setup.Incomplete(name, "'url' has to be a http(s) address without a query")
        : new Setup.Ready(
            new DiscordReceiver(name, url, means.post(Guard.Trust.STRANGER), means.clock()));
  }
}
