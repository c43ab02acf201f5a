package io.stormdrain.notifier.outgoing;

import io.stormdrain.notifier.NotifierConfig;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The way out, one for all receivers. Connections are not kept: alerts are rare, and a connection
 * that the other end has given up would make a message an unknown one.
 */
public final class Outgoing {

  private static final int MOST_CONNECTIONS_EACH = 64;

  private final HttpClient client;
  private final Guard guard;

  /**
   * @param allowed what may be reached beside public addresses: ranges, addresses, names
   */
  public Outgoing(Vertx vertx, List<String> allowed) {
    guard = Guard.allowing(allowed);
    client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_1_1)
                .setKeepAlive(false)
                .setVerifyHost(true),
            new PoolOptions().setHttp1MaxSize(MOST_CONNECTIONS_EACH));
  }

  /** As the settings have it. */
  public static Outgoing of(Vertx vertx, NotifierConfig.Outgoing settings) {
    return new Outgoing(
        vertx, settings.allow().orElse(List.of()).stream().map(String::strip).toList());
  }

  /**
   * For a receiver of so much trust.
   *
   * @param limit for one call, all of it
   */
  public HttpPost post(Guard.Trust trust, Duration limit) {
    return new HttpPost(this, guard.trusting(trust), limit);
  }

  HttpClient client() {
    return client;
  }

  /** Resolvers take the time they like; we take ours. */
  InetAddress resolve(Guard by, URI address, HttpPost.Deadline deadline)
      throws Guard.RefusedException,
          UnknownHostException,
          InterruptedException,
          ExecutionException,
          TimeoutException {
    CompletableFuture<InetAddress> found = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(() -> {
          try {
            found.complete(by.resolve(address));
          } catch (Guard.RefusedException | UnknownHostException | RuntimeException e) {
            found.completeExceptionally(e);
          }
        });
    try {
      return found.get(deadline.left(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case Guard.RefusedException refused -> throw refused;
        case UnknownHostException unknown -> throw unknown;
        case null, default -> throw e;
      }
    }
  }
}
