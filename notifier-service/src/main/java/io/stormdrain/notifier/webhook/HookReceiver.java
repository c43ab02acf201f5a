package io.stormdrain.notifier.webhook;

import io.stormdrain.notifier.Secret;
import io.stormdrain.notifier.delivery.Outcome;
import io.stormdrain.notifier.delivery.Receiver;
import io.stormdrain.notifier.delivery.Telling;
import io.stormdrain.notifier.outgoing.HttpFaults;
import io.stormdrain.notifier.outgoing.HttpPost;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * Any HTTP endpoint. It is told of every change; the id of a notice is the same for all attempts,
 * so it can drop what it has seen.
 */
final class HookReceiver implements Receiver {

  private final String name;
  private final Secret address;
  private final List<Secret> secrets;
  private final HttpPost http;
  private final InstantSource clock;

  HookReceiver(
      String name, Secret address, List<Secret> secrets, HttpPost http, InstantSource clock) {
    this.name = name;
    this.address = address;
    this.secrets = List.copyOf(secrets);
    this.http = http;
    this.clock = clock;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean edits() {
    return true;
  }

  @Override
  public Repeats repeats() {
    return Repeats.ABSORBED;
  }

  @Override
  public Outcome tell(Telling telling) {
    String body = HookBody.of(telling);
    String id = "msg_" + telling.message().incident() + "_" + telling.delivery();
    Instant now = clock.instant();
    Map<String, String> headers =
        Map.of(
            "webhook-id", id,
            "webhook-timestamp", Long.toString(now.getEpochSecond()),
            "webhook-signature", HookSignature.of(secrets, id, now, body));
    return HttpFaults.judge(
        http.send(URI.create(address.reveal()), headers, body),
        clock.instant(),
        answer -> new Outcome.Delivered(id, null));
  }
}
