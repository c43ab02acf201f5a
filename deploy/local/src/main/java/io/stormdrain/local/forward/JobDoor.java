package io.stormdrain.local.forward;

import io.stormdrain.local.logplex.DrainAddress;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The door for the output of jobs, {@code /ci/APP}. */
public final class JobDoor {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final int ATTEMPTS = 3;
  private static final int LATER = 500;

  private final DrainAddress address;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(LIMIT)
          .build();

  /** At the same host as this drain. */
  public JobDoor(DrainAddress address) {
    this.address = address;
  }

  /**
   * Brings output.
   *
   * @param said of the job: {@code job}, {@code code}, {@code commit}, ...
   * @return why it was not taken; null when it was
   * @throws InterruptedException when the thread is interrupted
   */
  public @Nullable String bring(String app, Map<String, String> said, byte[] output)
      throws InterruptedException {
    String query =
        said.entrySet().stream()
            .map(one -> one.getKey() + "=" + encoded(one.getValue()))
            .collect(Collectors.joining("&"));
    HttpRequest request = request(address.at("/ci/" + encoded(app) + "?" + query), output);
    String failure = null;
    for (int i = 0; i < ATTEMPTS; i++) {
      try {
        int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status < LATER) {
          return status < 300 ? null : address + " answers " + status;
        }
        failure = address + " answers " + status;
      } catch (IOException e) {
        failure = address + " cannot be reached";
      }
    }
    return failure;
  }

  private HttpRequest request(URI at, byte[] output) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(at)
            .timeout(LIMIT)
            .header("Content-Type", "text/plain")
            .POST(HttpRequest.BodyPublishers.ofByteArray(output));
    String authorization = address.authorization();
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    return request.build();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
