package io.stormdrain.notifier.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;

/**
 * Posts JSON and takes what answer there is: no redirects, one time limit for all of it, and no
 * more of the answer than 64 KiB. Errors never name the address, which may be a secret.
 */
public final class HttpPost {

  private static final int MOST_BYTES = 64 * 1024;

  /** What came of it. */
  public sealed interface Reply {

    /** An answer. {@code body} may have been cut. */
    record Answer(int status, HttpHeaders headers, String body) implements Reply {}

    /** None. */
    record Failed(Outcome outcome) implements Reply {}
  }

  private final HttpClient client;
  private final Duration limit;

  /**
   * @param limit from the first byte sent to the last received
   */
  public HttpPost(Duration limit) {
    this.limit = limit;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(limit)
            .build();
  }

  /** Posts and waits for the answer. */
  public Reply send(URI address, Map<String, String> headers, String json) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(limit)
            .header("Content-Type", "application/json; charset=utf-8")
            .header("User-Agent", "Stormdrain")
            .POST(HttpRequest.BodyPublishers.ofString(json, UTF_8));
    headers.forEach(request::header);
    CompletableFuture<HttpResponse<String>> answer =
        client.sendAsync(request.build(), info -> new BoundedBody(MOST_BYTES));
    try {
      HttpResponse<String> response = answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      return new Reply.Answer(response.statusCode(), response.headers(), response.body());
    } catch (TimeoutException e) {
      answer.cancel(true);
      return failed(Fault.NO_ANSWER, "no answer within " + limit.toMillis() + " ms");
    } catch (ExecutionException e) {
      return failed(e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      return failed(Fault.CONNECTION_LOST, "interrupted");
    }
  }

  private static Reply failed(Throwable cause) {
    return switch (cause) {
      case HttpConnectTimeoutException e -> unreachable("no connection in time");
      case ConnectException e -> unreachable("connection refused");
      case UnresolvedAddressException e -> unreachable("host name not known");
      case SSLHandshakeException e -> unreachable("no agreement on TLS");
      case HttpTimeoutException e -> failed(Fault.NO_ANSWER, "no answer in time");
      default -> failed(Fault.CONNECTION_LOST, cause.getClass().getSimpleName());
    };
  }

  private static Reply unreachable(String detail) {
    return new Reply.Failed(new Outcome.Retry(Fault.UNREACHABLE, detail, null));
  }

  private static Reply failed(Fault fault, String detail) {
    return new Reply.Failed(new Outcome.Unknown(fault, detail));
  }
}
