package io.stormdrain.notifier.neighbour;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.stormdrain.notifier.Secret;
import io.stormdrain.notifier.message.LogText;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One of the other services, by its API. */
public final class Neighbour {

  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final int REFUSED = 400;
  private static final int NO_CONTENT = 204;
  private static final int LONGEST_REASON = 500;

  private final String name;
  private final URI base;
  private final @Nullable Secret token;
  private final ObjectMapper json;

  /** HTTP/1.1: to talk plainly to the next machine, nothing else is needed. */
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

  Neighbour(String name, URI base, @Nullable Secret token, ObjectMapper json) {
    this.name = name;
    this.base = base;
    this.token = token;
    this.json = json;
  }

  /** What stands at a path. */
  public Answer get(String path) {
    return send(request(path).GET());
  }

  /** Says something. */
  public Answer post(String path, Map<String, ?> said) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json.valueToTree(said).toString())));
  }

  /** Takes something away. */
  public Answer delete(String path) {
    return send(request(path).DELETE());
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(PATIENCE)
            .header("Accept", "application/json");
    return token == null ? request : request.header("Authorization", "Bearer " + token.reveal());
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() == NO_CONTENT) {
        return new Answer.Said(JsonNodeFactory.instance.objectNode());
      }
      JsonNode said = json.readTree(answer.body());
      return answer.statusCode() < REFUSED
          ? new Answer.Said(said)
          : new Answer.Refused(
              answer.statusCode(),
              LogText.line(said.path("detail").asText("it does not say why"), LONGEST_REASON));
    } catch (IOException e) {
      return new Answer.Away(
          "%s does not answer at %s, so this page is without it; alerts go on."
              .formatted(name, base));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer.Away("stopped");
    }
  }
}
