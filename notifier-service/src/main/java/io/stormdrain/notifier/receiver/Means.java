package io.stormdrain.notifier.receiver;

import io.stormdrain.notifier.NotifierConfig;
import io.stormdrain.notifier.outgoing.Guard;
import io.stormdrain.notifier.outgoing.HttpPost;
import io.stormdrain.notifier.outgoing.Outgoing;
import io.vertx.core.Vertx;
import java.time.InstantSource;

/** What receivers are made with. */
public record Means(NotifierConfig config, Vertx vertx, Outgoing outgoing, InstantSource clock) {

  /** A way to speak HTTP, with the time limit that the settings have for it. */
  public HttpPost post(Guard.Trust trust) {
    return outgoing.post(trust, config.outgoing().timeout());
  }
}
