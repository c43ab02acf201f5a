package io.stormdrain.notifier.pagerduty;

import io.stormdrain.notifier.Secret;
import io.stormdrain.notifier.delivery.Setup;
import io.stormdrain.notifier.outgoing.Address;
import io.stormdrain.notifier.outgoing.Guard;
import io.stormdrain.notifier.receiver.Means;
import io.stormdrain.notifier.receiver.Poster;
import io.stormdrain.notifier.receiver.ReceiverEntry;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * PagerDuty in the routing file: {@code pagerduty: {routing_key: "${PD_KEY}"}}.
 *
 * @param routingKey of a service's integration with the Events API v2
 * @param url where events go, as {@code https://events.eu.pagerduty.com/v2/enqueue}; PagerDuty's
 *     usual address when null
 */
public record PagerEntry(@Nullable Secret routingKey, @Nullable Secret url)
    implements ReceiverEntry {

  private static final Pattern ENQUEUE = Pattern.compile("/enqueue/?$");
  private static final Secret USUAL = Secret.of("https://events.pagerduty.com/v2/enqueue");

  @Override
  public Setup setup(String name, Means means) {
    Secret address = Objects.requireNonNullElse(url, USUAL);
    if (routingKey == null || routingKey.reveal().isBlank()) {
      return new Setup.Incomplete(name, "'routing_key' is missing");
    }
    if (!Address.isHttp(address.reveal()) || !ENQUEUE.matcher(address.reveal()).find()) {
      return new Setup.Incomplete(name, "'url' has to be a http(s) address that ends in /enqueue");
    }
    return new Setup.Ready(
        new PagerReceiver(
            name, routingKey, poster(address, means), poster(changes(address), means)));
  }

  private static Poster poster(Secret to, Means means) {
    return new Poster(to, means.post(Guard.Trust.STRANGER), means.clock());
  }

  /** Change events have an address beside that of alerts. */
  static Secret changes(Secret enqueue) {
    return Secret.of(ENQUEUE.matcher(enqueue.reveal()).replaceFirst("/change/enqueue"));
  }
}
