package io.stormdrain.notifier.ntfy;

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
 * ntfy in the routing file: {@code ntfy: {topic: "${NTFY_TOPIC}"}}.
 *
 * @param topic whoever knows it can read it
 * @param token where the server asks for one
 * @param url of the server; the hosted one when null
 * @param allowPrivate whether it may be in a private network
 */
public record NtfyEntry(
    @Nullable Secret topic, @Nullable Secret token, @Nullable Secret url, boolean allowPrivate)
    implements ReceiverEntry {

  private static final Secret HOSTED = Secret.of("https://ntfy.sh/");
  private static final Pattern TOPIC = Pattern.compile("[-_A-Za-z0-9]{1,64}");

  @Override
  public Setup setup(String name, Means means) {
    Secret address = Objects.requireNonNullElse(url, HOSTED);
    if (topic == null || !TOPIC.matcher(topic.reveal()).matches()) {
      return new Setup.Incomplete(name, "'topic' has to be 1 to 64 letters, digits, - and _");
    }
    if (!Address.isHttp(address.reveal())) {
      return new Setup.Incomplete(name, "'url' has to be a http(s) address");
    }
    Guard.Trust trust = allowPrivate ? Guard.Trust.PRIVATE_ALLOWED : Guard.Trust.STRANGER;
    return new Setup.Ready(
        new NtfyReceiver(
            name, topic, token, new Poster(address, means.post(trust), means.clock())));
  }
}
