package io.stormdrain.notifier.outgoing;

import io.stormdrain.notifier.delivery.Fault;
import io.stormdrain.notifier.delivery.Outcome;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Sends JSON, or asks, and takes what answer there is. Connecting and sending are two steps: what
 * fails in the first has not arrived, of what fails in the second nobody knows. Errors never name
 * the address, which may be a secret.
 */
public final class HttpPost {

  private static final int MOST_BYTES = 64 * 1024;

  /** What came of it. */
  public sealed interface Reply {

    /**
     * An answer.
     *
     * @param headers by name in lower case
     * @param body as much of it as was taken, without what of the request is secret
     */
    record Answer(int status, Map<String, String> headers, String body) implements Reply {

      /** A header; null when it is not there. */
      public @Nullable String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
      }
    }

    /** None. */
    record Failed(Outcome outcome) implements Reply {}
  }

  private final Outgoing outgoing;
  private final Guard guard;
  private final Duration limit;

  /**
   * @param limit from the first look for the host to the last byte received
   */
  HttpPost(Outgoing outgoing, Guard guard, Duration limit) {
    this.outgoing = outgoing;
    this.guard = guard;
    this.limit = limit;
  }

  /** Posts and waits for the answer. */
  public Reply send(URI address, Map<String, String> headers, String json) {
    return send(HttpMethod.POST, address, headers, json);
  }

  /** Fetches what is there. */
  public Reply get(URI address, Map<String, String> headers) {
    return send(HttpMethod.GET, address, headers, "");
  }

  /** Changes what is there and waits for the answer. */
  public Reply patch(URI address, Map<String, String> headers, String json) {
    return send(HttpMethod.PATCH, address, headers, json);
  }

  private Reply send(HttpMethod method, URI address, Map<String, String> headers, String json) {
    Deadline deadline = new Deadline(limit);
    HttpClientRequest request;
    try {
      InetAddress to = outgoing.resolve(guard, address, deadline);
      request = deadline.await(outgoing.client().request(options(method, address, to, headers)));
    } catch (Guard.RefusedException e) {
      return new Reply.Failed(
          new Outcome.Refused(Fault.ADDRESS_REFUSED, String.valueOf(e.getMessage())));
    } catch (UnknownHostException e) {
      return unreachable("host name not known");
    } catch (TimeoutException e) {
      return unreachable("no connection in time");
    } catch (ExecutionException e) {
      return unreachable(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return unreachable("interrupted");
    }
    try {
      return deadline.await(answer(request, address, headers, json));
    } catch (TimeoutException e) {
      request.reset();
      return unknown(Fault.NO_ANSWER, "no answer within " + limit.toMillis() + " ms");
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      return unknown(Fault.CONNECTION_LOST, cause.getClass().getSimpleName());
    } catch (InterruptedException e) {
      request.reset();
      Thread.currentThread().interrupt();
      return unknown(Fault.CONNECTION_LOST, "interrupted");
    }
  }

  private RequestOptions options(
      HttpMethod method, URI address, InetAddress to, Map<String, String> headers) {
    boolean encrypted = "https".equalsIgnoreCase(address.getScheme());
    int usual = encrypted ? 443 : 80;
    int port = address.getPort() < 0 ? usual : address.getPort();
    String path =
        address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
    RequestOptions options =
        new RequestOptions()
            .setMethod(method)
            .setServer(SocketAddress.inetSocketAddress(port, to.getHostAddress()))
            .setHost(address.getHost())
            .setPort(port)
            .setSsl(encrypted)
            .setURI(address.getRawQuery() == null ? path : path + "?" + address.getRawQuery())
            .setConnectTimeout(limit.toMillis())
            .putHeader("Content-Type", "application/json; charset=utf-8")
            .putHeader("User-Agent", "Stormdrain")
            .putHeader("Connection", "close");
    headers.forEach(options::putHeader);
    return options;
  }

  /** Asked for before it can come: who asks later may find its body gone. */
  private static Future<Reply> answer(
      HttpClientRequest request, URI address, Map<String, String> sent, String json) {
    Future<Reply> answer =
        request
            .response()
            .compose(response -> {
              Map<String, String> headers = new HashMap<>();
              response
                  .headers()
                  .forEach(
                      (name, value) -> headers.putIfAbsent(name.toLowerCase(Locale.ROOT), value));
              return BoundedBody.of(response, MOST_BYTES)
                  .map(body ->
                      new Reply.Answer(
                          response.statusCode(), headers, Echo.without(address, sent, body)));
            });
    request.end(Buffer.buffer(json));
    return answer;
  }

  private static Reply unreachable(@Nullable Throwable cause) {
    return switch (cause) {
      case SSLException e -> unreachable("no agreement on TLS");
      case ConnectException e -> unreachable("connection refused");
      case null, default -> unreachable("no connection");
    };
  }

  private static Reply unreachable(String detail) {
    return new Reply.Failed(new Outcome.Retry(Fault.UNREACHABLE, detail, null));
  }

  private static Reply unknown(Fault fault, String detail) {
    return new Reply.Failed(new Outcome.Unknown(fault, detail));
  }

  /** Until when all of it has to be over. */
  static final class Deadline {

    private final long nanos;

    Deadline(Duration limit) {
      nanos = System.nanoTime() + limit.toNanos();
    }

    <T> T await(Future<T> future)
        throws InterruptedException, ExecutionException, TimeoutException {
      return future.toCompletionStage().toCompletableFuture().get(left(), TimeUnit.NANOSECONDS);
    }

    long left() {
      return Math.max(0, nanos - System.nanoTime());
    }
  }
}
