package io.stormdrain.local.logplex;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;

/** A door reached by HTTP/1.1, with Logplex's headers and limits of time. */
final class HttpDoor implements Door {

  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(3);
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECT_LIMIT)
          .build();

  private final DrainAddress address;

  HttpDoor(DrainAddress address) {
    this.address = address;
  }

  @Override
  public Answer post(String frameId, Batch batch) throws InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address.uri())
            .timeout(ANSWER_LIMIT)
            .header("Content-Type", "application/logplex-1")
            .header("Logplex-Msg-Count", Integer.toString(batch.size()))
            .header("Logplex-Frame-Id", frameId)
            .header("Logplex-Drain-Token", address.drainToken())
            .header("User-Agent", "Logplex/v72")
            .POST(HttpRequest.BodyPublishers.ofByteArray(batch.body()));
    String authorization = address.authorization();
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    try {
      HttpResponse<Void> response =
          client.send(request.build(), HttpResponse.BodyHandlers.discarding());
      return new Answer.Status(response.statusCode());
    } catch (ConnectException | HttpConnectTimeoutException | UnresolvedAddressException e) {
      return new Answer.NoConnection("nobody listens at " + address);
    } catch (HttpTimeoutException e) {
      return new Answer.Silence("no answer within " + ANSWER_LIMIT.toSeconds() + " s");
    } catch (IOException e) {
      return new Answer.Silence("the connection broke: " + e.getMessage());
    }
  }
}
