package io.stormdrain.notifier.receiver;

import io.stormdrain.notifier.Secret;
import io.stormdrain.notifier.delivery.Outcome;
import io.stormdrain.notifier.outgoing.HttpFaults;
import io.stormdrain.notifier.outgoing.HttpPost;
import io.stormdrain.notifier.outgoing.HttpPost.Reply;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;

/** Posts JSON to one address, and judges the answer as HTTP does. */
public final class Poster {

  private final Secret address;
  private final HttpPost http;
  private final InstantSource clock;

  /**
   * @param address which may be a secret by itself
   */
  public Poster(Secret address, HttpPost http, InstantSource clock) {
    this.address = address;
    this.http = http;
    this.clock = clock;
  }

  /** Posts; what an answer of 2xx means is the caller's. */
  public Outcome post(
      Map<String, String> headers, String json, Function<Reply.Answer, Outcome> delivered) {
    return HttpFaults.judge(
        http.send(URI.create(address.reveal()), headers, json), clock.instant(), delivered);
  }

  /** Posts; an answer of 2xx means that it is told. */
  public Outcome post(Map<String, String> headers, String json) {
    return post(headers, json, answer -> new Outcome.Delivered(null, null));
  }
}
