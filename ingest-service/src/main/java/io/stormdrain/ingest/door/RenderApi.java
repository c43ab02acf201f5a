package io.stormdrain.ingest.door;

import io.stormdrain.ingest.Secret;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Render's API, of which one thing is asked. Of what strangers send only an id gets into the
 * request, and only if it looks like one; the host is resolved once and has to be public, unless
 * the operator names another one; redirects are not followed.
 */
final class RenderApi {
  static final URI USUAL = URI.create("https://api.render.com");

  private static final Pattern ID = Pattern.compile("evt-[A-Za-z0-9]{1,64}");
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final int MOST_BYTES = 64 * 1024;
  private static final int OK = 200;

  private final Vertx vertx;
  private final HttpClient client;
  private final URI base;
  private final Secret token;

  RenderApi(Vertx vertx, URI base, Secret token) {
    this.vertx = vertx;
    this.base = base;
    this.token = token;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setKeepAlive(false)
                .setVerifyHost(true)
                .setConnectTimeout(Math.toIntExact(LIMIT.toMillis())));
  }

  /** What it knows of an event. */
  Future<byte[]> event(String id) {
    if (!ID.matcher(id).matches()) {
      return Future.failedFuture("no event has this id");
    }
    return vertx
        .executeBlocking(this::address, false)
        .compose(address -> client.request(options(Objects.requireNonNull(address), id)))
        .compose(request ->
            request
                .send()
                .compose(RenderApi::body)
                .onFailure(e -> request.reset())
                .timeout(LIMIT.toMillis(), TimeUnit.MILLISECONDS))
        .timeout(2 * LIMIT.toMillis(), TimeUnit.MILLISECONDS);
  }

  private InetAddress address() throws UnknownHostException {
    InetAddress address = InetAddress.getByName(base.getHost());
    if (base.equals(USUAL) && !isPublic(address)) {
      throw new UnknownHostException("the address is not public");
    }
    return address;
  }

  static boolean isPublic(InetAddress address) {
    return !(address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()
        || isReserved(address.getAddress()));
  }

  /** What Java has no word for: 0.0.0.0/8, 100.64.0.0/10 and fc00::/7. */
  private static boolean isReserved(byte[] address) {
    return address.length == 4
        ? address[0] == 0 || (address[0] == 100 && (address[1] & 0xc0) == 64)
        : (address[0] & 0xfe) == 0xfc;
  }

  private RequestOptions options(InetAddress address, String id) {
    boolean encrypted = "https".equals(base.getScheme());
    int port = base.getPort() >= 0 ? base.getPort() : encrypted ? 443 : 80;
    return new RequestOptions()
        .setMethod(HttpMethod.GET)
        .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
        .setHost(base.getHost())
        .setPort(port)
        .setSsl(encrypted)
        .setURI("/v1/events/" + id)
        .putHeader("Accept", "application/json")
        .putHeader("Authorization", "Bearer " + token.reveal());
  }

  private static Future<byte[]> body(HttpClientResponse response) {
    Promise<byte[]> whole = Promise.promise();
    if (response.statusCode() != OK) {
      return Future.failedFuture("answered " + response.statusCode());
    }
    Buffer body = Buffer.buffer();
    response.handler(chunk -> {
      body.appendBuffer(chunk);
      if (body.length() > MOST_BYTES) {
        whole.tryFail("answered more than is read");
      }
    });
    response.exceptionHandler(whole::tryFail);
    response.endHandler(end -> whole.tryComplete(body.getBytes()));
    return whole.future();
  }
}
