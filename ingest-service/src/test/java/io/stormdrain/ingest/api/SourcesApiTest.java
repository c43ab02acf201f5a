package io.stormdrain.ingest.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stormdrain.ingest.door.DoorResource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** The sources as an API, and what the doors make of its changes. */
@QuarkusTest
@WithTestResource(
    value = DoorResource.class,
    initArgs = @ResourceArg(name = "registry", value = "yes"))
class SourcesApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private record Answered(int status, JsonNode body, String type) {}

  @Test
  void aSourceIsAddedSendsIsRotatedAndRemoved() throws Exception {
    Answered added =
        asked(
            "POST",
            "/api/v1/sources",
            "{\"app\":\"cart\",\"platform\":\"heroku\",\"team\":\"pay\"}");
    assertThat(added.status()).isEqualTo(201);
    String token = added.body().path("token").asText();
    assertThat(token).matches("sdt_[A-Za-z0-9_-]{43}");
    assertThat(drained(token)).isEqualTo(204);

    Answered rotated = asked("POST", "/api/v1/sources/cart/tokens?keep=PT1H", "");
    String second = rotated.body().path("token").asText();
    assertThat(rotated.body().path("before").asText()).endsWith("Z");
    assertThat(drained(token)).isEqualTo(204);
    assertThat(drained(second)).isEqualTo(204);

    assertThat(asked("DELETE", "/api/v1/sources/cart/tokens/before", "").status()).isEqualTo(204);
    assertThat(drained(token)).isEqualTo(401);

    JsonNode entry = asked("GET", "/api/v1/sources/cart", "").body();
    assertThat(entry.path("team").asText()).isEqualTo("pay");
    assertThat(entry.path("tokens")).hasSize(1);
    assertThat(entry.path("lines").path("received").asLong()).isEqualTo(3);
    assertThat(entry.path("lastSeen").asText()).isNotEmpty();
    assertThat(entry.toString()).doesNotContain(token, second);

    assertThat(asked("DELETE", "/api/v1/sources/cart", "").status()).isEqualTo(204);
    assertThat(drained(second)).isEqualTo(401);
    assertThat(asked("GET", "/api/v1/sources/cart", "").status()).isEqualTo(404);
  }

  @Test
  void aListComesInPages() throws Exception {
    JsonNode first = asked("GET", "/api/v1/sources?limit=2", "").body();
    assertThat(first.path("sources")).hasSize(2);
    String next = first.path("next").asText();

    JsonNode second = asked("GET", "/api/v1/sources?limit=2&cursor=" + next, "").body();

    assertThat(second.path("sources").path(0).path("id").asText()).isGreaterThan(next);
    assertThat(asked("GET", "/api/v1/sources?limit=0", "").status()).isEqualTo(400);
  }

  @Test
  void whatCannotBeDoneIsAProblem() throws Exception {
    Answered bad = asked("POST", "/api/v1/sources", "{\"app\":\"cart\",\"platform\":\"herokku\"}");
    assertThat(bad.status()).isEqualTo(400);
    assertThat(bad.type()).isEqualTo("application/problem+json");
    assertThat(bad.body().path("detail").asText()).startsWith("platform 'herokku', known are");

    assertThat(asked("POST", "/api/v1/sources", "").status()).isEqualTo(400);
    assertThat(asked("POST", "/api/v1/sources/none/tokens", "").status()).isEqualTo(404);
    assertThat(asked("DELETE", "/api/v1/sources/none", "").status()).isEqualTo(404);
    Answered ofFile = asked("DELETE", "/api/v1/sources/tokens", "");
    assertThat(ofFile.status()).isEqualTo(400);
    assertThat(ofFile.body().path("detail").asText()).contains("stands in the file of sources");
    assertThat(asked("POST", "/api/v1/sources/none/tokens?keep=long", "").status()).isEqualTo(400);
  }

  @Test
  void nobodyIsLetInWithoutTheAdminToken() throws Exception {
    HttpRequest.Builder request = request("GET", "/api/v1/sources", "");
    assertThat(send(request.setHeader("Authorization", "Bearer wrong")).status()).isEqualTo(401);

    HttpRequest.Builder bare = HttpRequest.newBuilder(url().resolve("/api/v1/sources"));
    assertThat(send(bare).status()).isEqualTo(401);
    assertThat(send(HttpRequest.newBuilder(url().resolve("/nowhere"))).status()).isEqualTo(404);
    assertThat(send(HttpRequest.newBuilder(url().resolve("/api/v1/drift"))).status())
        .isEqualTo(401);
  }

  @Test
  void driftNamesWhatOnePlaceSaysAlone() throws Exception {
    JsonNode drift = asked("GET", "/api/v1/drift", "").body();

    assertThat(drift.toString())
        .contains("{\"kind\":\"only-in-file\",\"source\":\"tokens\",\"detail\":\"\"}");
  }

  @Test
  void theApiIsDescribed() throws Exception {
    HttpResponse<String> described =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(url().resolve("/q/openapi?format=json")).build(),
                BodyHandlers.ofString());

    assertThat(described.body())
        .contains("\"/api/v1/sources\"", "\"/api/v1/sources/{id}/tokens\"", "\"/api/v1/drift\"")
        .contains("\"/logplex\"");
  }

  private static int drained(String token) throws IOException, InterruptedException {
    String frame = "<13>1 2026-03-01T10:00:00+00:00 host app web.1 - hello\n";
    String body = frame.length() + " " + frame;
    return send(HttpRequest.newBuilder(url().resolve("/logplex/" + token))
            .header("Content-Type", "application/logplex-1")
            .POST(BodyPublishers.ofString(body)))
        .status();
  }

  private static Answered asked(String method, String path, String body)
      throws IOException, InterruptedException {
    return send(request(method, path, body));
  }

  private static HttpRequest.Builder request(String method, String path, String body) {
    return HttpRequest.newBuilder(url().resolve(path))
        .header("Authorization", "Bearer " + DoorResource.ADMIN)
        .header("Content-Type", "application/json")
        .method(method, BodyPublishers.ofString(body));
  }

  private static Answered send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
      String type = answer.headers().firstValue("Content-Type").orElse("");
      boolean json = type.contains("json");
      return new Answered(answer.statusCode(), JSON.readTree(json ? answer.body() : "{}"), type);
    }
  }

  private static URI url() {
    return ConfigProvider.getConfig().getValue("test.url", URI.class);
  }
}
