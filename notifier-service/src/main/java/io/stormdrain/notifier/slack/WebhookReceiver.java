package io.stormdrain.notifier.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stormdrain.notifier.Secret;
import io.stormdrain.notifier.delivery.Outcome;
import io.stormdrain.notifier.delivery.Pace;
import io.stormdrain.notifier.delivery.PostingReceiver;
import io.stormdrain.notifier.delivery.Telling;
import io.stormdrain.notifier.outgoing.HttpPost;
import io.stormdrain.notifier.outgoing.HttpPost.Reply;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/**
 * Slack by incoming webhook: every notice is a message of its own, since a webhook does not say
 * what it posted and cannot change it.
 */
final class WebhookReceiver extends PostingReceiver {

  /** Slack takes a message a second for a channel, and short bursts of more. */
  static final Pace CHANNEL = Pace.one(Duration.ofSeconds(1), 5);

  static final String NAME = "slack-webhook";

  private final Secret address;
  private final HttpPost http;
  private final InstantSource clock;

  WebhookReceiver(String name, Secret address, HttpPost http, InstantSource clock) {
    super(name, CHANNEL);
    this.address = address;
    this.http = http;
    this.clock = clock;
  }

  @Override
  public Outcome tell(Telling telling) {
    ObjectNode payload = SlackPayload.of(telling);
    return switch (http.send(URI.create(address.reveal()), Map.of(), payload.toString())) {
      case Reply.Answer answer -> SlackAnswer.ofWebhook(answer, clock.instant());
      case Reply.Failed failed -> failed.outcome();
    };
  }
}
