package io.stormdrain.notifier.email;

import io.stormdrain.notifier.delivery.Setup;
import io.stormdrain.notifier.receiver.Means;
import io.stormdrain.notifier.receiver.ReceiverEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * E-mail in the routing file, by the SMTP server of the settings: {@code email: {to:
 * [ann@example.org]}}.
 *
 * @param to addresses
 */
public record MailEntry(@Nullable List<String> to) implements ReceiverEntry {

  @Override
  public Setup setup(String name, Means means) {
    List<String> addresses =
        Objects.requireNonNullElse(to, List.<String>of()).stream().map(String::strip).toList();
    List<String> gaps = new ArrayList<>(MailSettings.transportGaps(means.config().mail()));
    if (addresses.isEmpty() || !MailSettings.areAddresses(addresses)) {
      gaps.add("'to' has to be a list of addresses");
    }
    return gaps.isEmpty()
        ? new Setup.Ready(
            new MailReceiver(
                name,
                MailSettings.to(means.config().mail(), addresses),
                means.vertx(),
                means.clock()))
        : new Setup.Incomplete(name, String.join(", ", gaps));
  }
}
