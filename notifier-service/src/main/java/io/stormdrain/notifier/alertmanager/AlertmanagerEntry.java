package io.stormdrain.notifier.alertmanager;

import io.stormdrain.notifier.Secret;
import io.stormdrain.notifier.delivery.Setup;
import io.stormdrain.notifier.outgoing.Address;
import io.stormdrain.notifier.outgoing.Guard;
import io.stormdrain.notifier.receiver.Means;
import io.stormdrain.notifier.receiver.Poster;
import io.stormdrain.notifier.receiver.ReceiverEntry;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Alertmanager in the routing file: {@code alertmanager: {urls: [https://am-1:9093]}}.
 *
 * @param urls of all of a cluster
 * @param allowPrivate whether they may be in a private network
 */
public record AlertmanagerEntry(@Nullable List<String> urls, boolean allowPrivate)
    implements ReceiverEntry {

  private static final String PATH = "/api/v2/alerts";

  @Override
  public Setup setup(String name, Means means) {
    List<String> all = Objects.requireNonNullElse(urls, List.of());
    if (all.isEmpty() || !all.stream().allMatch(Address::isHttp)) {
      return new Setup.Incomplete(name, "'urls' has to be a list of http(s) addresses");
    }
    Guard.Trust trust = allowPrivate ? Guard.Trust.PRIVATE_ALLOWED : Guard.Trust.STRANGER;
    return new Setup.Ready(
        new AlertmanagerReceiver(
            name,
            all.stream()
                .map(url -> Secret.of(url.replaceAll("/+$", "") + PATH))
                .map(address -> new Poster(address, means.post(trust), means.clock()))
                .toList(),
            means.clock()));
  }
}
