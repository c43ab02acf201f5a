package io.stormdrain.local.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stormdrain.local.StormdrainException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The API of one of the services, as far as commands need it. */
public final class ServiceApi {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int NOT_FOUND = 404;
  private static final int REFUSED = 400;

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final String service;
  private final URI base;
  private final @Nullable String token;

  /**
   * Where it is.
   *
   * @param service its name, for people
   * @param token what it wants to be shown; null where it is open
   */
  public ServiceApi(String service, URI base, @Nullable String token) {
    this.service = service;
    this.base = base;
    this.token = token;
  }

  /** What stands at a path; null when there is nothing yet. */
  public @Nullable JsonNode find(String path) throws InterruptedException {
    HttpResponse<byte[]> answer = send(request(path), BodyHandlers.ofByteArray());
    return answer.statusCode() == NOT_FOUND ? null : json(checked(answer).body());
  }

  /**
   * What stands at a path.
   *
   * @throws StormdrainException when there is nothing, it does not answer, or says no
   */
  public JsonNode get(String path) throws InterruptedException {
    return json(checked(send(request(path), BodyHandlers.ofByteArray())).body());
  }

  /** The same as text. */
  public String text(String path) throws InterruptedException {
    return new String(checked(send(request(path), BodyHandlers.ofByteArray())).body(), UTF_8);
  }

  /** Says something. */
  public JsonNode post(String path, Map<String, ?> said) throws InterruptedException {
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(JSON.valueToTree(said).toString()));
    return json(checked(send(request, BodyHandlers.ofByteArray())).body());
  }

  /** Takes something away. */
  public void delete(String path) throws InterruptedException {
    checked(send(request(path).DELETE(), BodyHandlers.ofByteArray()));
  }

  /** One JSON object a line, as they come; the stream has to be closed. */
  public Stream<JsonNode> lines(String path) throws InterruptedException {
    HttpResponse<InputStream> answer = send(request(path), BodyHandlers.ofInputStream());
    if (answer.statusCode() >= REFUSED) {
      try (InputStream body = answer.body()) {
        throw refused(answer.statusCode(), body.readAllBytes());
      } catch (IOException e) {
        throw silent(e);
      }
    }
    return new BufferedReader(new InputStreamReader(answer.body(), UTF_8))
        .lines()
        .map(line -> json(line.getBytes(UTF_8)));
  }

  /** A name as part of a path, or as a value in a query. */
  public static String encoded(String name) {
    return URLEncoder.encode(name, UTF_8).replace("+", "%20");
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return request;
  }

  private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body)
      throws InterruptedException {
    try {
      return client.send(request.build(), body);
    } catch (IOException e) {
      throw silent(e);
    }
  }

  private HttpResponse<byte[]> checked(HttpResponse<byte[]> answer) {
    if (answer.statusCode() >= REFUSED) {
      throw refused(answer.statusCode(), answer.body());
    }
    return answer;
  }

  private StormdrainException refused(int status, byte[] body) {
    String detail = json(body).path("detail").asText("no reason");
    return new StormdrainException("%s says %d: %s".formatted(base, status, detail));
  }

  private StormdrainException silent(IOException fault) {
    return new StormdrainException(
        "the %s at %s does not answer (%s): does ./stormdrain up run?"
            .formatted(service, base, fault.getClass().getSimpleName()),
        fault);
  }

  private JsonNode json(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new StormdrainException("%s answers with what is no JSON".formatted(base), e);
    }
  }
}
