package io.stormdrain.notifier.slack;

import io.stormdrain.notifier.Secret;
import io.stormdrain.notifier.delivery.Means;
import io.stormdrain.notifier.delivery.ReceiverEntry;
import io.stormdrain.notifier.delivery.Setup;
import org.jspecify.annotations.Nullable;

/**
 * An incoming webhook in the routing file: {@code slack_webhook: {url: "${CREW_HOOK}"}}.
 *
 * @param url its address; whoever knows it can post
 */
public record WebhookEntry(@Nullable Secret url) implements ReceiverEntry {

  @Override
  public Setup setup(String name, Means means) {
    return url == null || !SlackSetup.isAddress(url.reveal())
        ? new Setup.Incomplete(name, "'url' has to be a http(s) address")
        : SlackSetup.webhook(name, url, means.config().slack(), means.clock());
  }
}
