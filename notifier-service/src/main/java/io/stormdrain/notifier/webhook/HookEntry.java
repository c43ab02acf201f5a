package io.stormdrain.notifier.webhook;

import io.stormdrain.notifier.Secret;
import io.stormdrain.notifier.delivery.Setup;
import io.stormdrain.notifier.outgoing.Address;
import io.stormdrain.notifier.outgoing.Guard;
import io.stormdrain.notifier.receiver.Means;
import io.stormdrain.notifier.receiver.ReceiverEntry;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint in the routing file: {@code webhook: {url: https://ops.example.org/in, secrets:
 * ["${HOOK_SECRET}"]}}.
 *
 * @param url where it is
 * @param secrets {@code whsec_...}; two while one is replaced
 * @param allowPrivate whether it may be in a private network
 */
public record HookEntry(@Nullable Secret url, @Nullable List<Secret> secrets, boolean allowPrivate)
    implements ReceiverEntry {

  @Override
  public Setup setup(String name, Means means) {
    List<Secret> keys = Objects.requireNonNullElse(secrets, List.of());
    if (url == null || !Address.isHttp(url.reveal())) {
      return new Setup.Incomplete(name, "'url' has to be a http(s) address");
    }
    if (keys.isEmpty() || !keys.stream().allMatch(HookSignature::isKey)) {
      return new Setup.Incomplete(
          name, "'secrets' has to hold whsec_ and the base64 of 24 to 64 bytes, one or more");
    }
    Guard.Trust trust = allowPrivate ? Guard.Trust.PRIVATE_ALLOWED : Guard.Trust.STRANGER;
    return new Setup.Ready(new HookReceiver(name, url, keys, means.post(trust), means.clock()));
  }
}
