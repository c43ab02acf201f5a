package io.stormdrain.notifier.teams;

import io.stormdrain.notifier.Secret;
import io.stormdrain.notifier.delivery.Setup;
import io.stormdrain.notifier.outgoing.Address;
import io.stormdrain.notifier.outgoing.Guard;
import io.stormdrain.notifier.receiver.Means;
import io.stormdrain.notifier.receiver.Poster;
import io.stormdrain.notifier.receiver.ReceiverEntry;
import org.jspecify.annotations.Nullable;

/**
 * A Workflow of Microsoft Teams in the routing file: {@code teams: {url: "${TEAMS_WORKFLOW}"}}.
 *
 * @param url its address; whoever knows it can post
 */
public record TeamsEntry(@Nullable Secret url) implements ReceiverEntry {

  @Override
  public Setup setup(String name, Means means) {
    return url == null || !Address.isHttp(url.reveal())
        ? new Setup.Incomplete(name, "'url' has to be a http(s) address")
        : new Setup.Ready(
            new TeamsReceiver(
                name, new Poster(url, means.post(Guard.Trust.STRANGER), means.clock())));
  }
}
