package io.stormdrain.local.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stormdrain.local.StormdrainException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The notifier's API, as far as commands need it. */
public final class NotifierApi {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int NOT_FOUND = 404;

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final URI base;
  private final @Nullable String token;

  /**
   * Where it is.
   *
   * @param token what it wants to be shown; null where it is open
   */
  public NotifierApi(URI base, @Nullable String token) {
    this.base = base;
    this.token = token;
  }

  /**
   * What stands at a path; null when there is nothing yet.
   *
   * @throws StormdrainException when it does not answer, or says no
   */
  public @Nullable JsonNode get(String path) throws InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      HttpResponse<byte[]> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() == NOT_FOUND) {
        return null;
      }
      JsonNode body = JSON.readTree(answer.body());
      if (answer.statusCode() >= 400) {
        throw new StormdrainException(
            "%s says %d: %s"
                .formatted(base, answer.statusCode(), body.path("detail").asText("no reason")));
      }
      return body;
    } catch (IOException e) {
      throw new StormdrainException(
          "the notifier at %s does not answer (%s): does ./stormdrain up run?"
              .formatted(base, e.getClass().getSimpleName()),
          e);
    }
  }
}
