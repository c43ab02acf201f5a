package io.stormdrain.notifier.slack;

import io.stormdrain.notifier.Secret;
import io.stormdrain.notifier.delivery.Setup;
import io.stormdrain.notifier.outgoing.Address;
import io.stormdrain.notifier.outgoing.Guard;
import io.stormdrain.notifier.receiver.Means;
import io.stormdrain.notifier.receiver.ReceiverEntry;
import org.jspecify.annotations.Nullable;

/**
 * An incoming webhook in the routing file: {@code slack_webhook: {url: "${CREW_HOOK}"}}.
 *
 * @param url its address; whoever knows it can post
 */
public record WebhookEntry(@Nullable Secret url) implements ReceiverEntry {

  @Override
  public Setup setup(String name, Means means) {
    return url == null || !Address.isHttp(url.reveal())
        ? new Setup.Incomplete(name, "'url' has to be a http(s) address")
        : SlackSetup.webhook(name, url, means, Guard.Trust.STRANGER);
  }
}
