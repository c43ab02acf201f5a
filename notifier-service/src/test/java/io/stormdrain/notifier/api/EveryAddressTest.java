package io.stormdrain.notifier.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.stormdrain.notifier.TestDatabase;
import io.stormdrain.notifier.TestReceivers;
import io.stormdrain.notifier.TroubledApp;
import io.stormdrain.notifier.delivery.Outbox;
import io.stormdrain.notifier.store.IncidentStore;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is promised of every address of the API, held against all that the description names. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(TestReceivers.class)
@Timeout(240)
final class EveryAddressTest {

  /** Told line by line as they are found, so there is no whole to give a tag to. */
  private static final Set<String> STREAMS =
      Set.of("/api/v1/apps/{app}/lines", "/api/v1/audit/export");

  /** Lists of what people have set up or an app's latest releases: they are short. */
  private static final Set<String> SHORT =
      Set.of(
          "/api/v1/accounts",
          "/api/v1/tokens",
          "/api/v1/announcements",
          "/api/v1/rules",
          "/api/v1/receivers",
          "/api/v1/silences",
          "/api/v1/apps/{app}/boots",
          "/api/v1/apps/{app}/releases",
          "/api/v1/apps/{app}/vitals",
          "/api/v1/incidents/{incident}",
          "/api/v1/incidents/{incident}/deliveries",
          "/api/v1/routing/test");

  private static final String TOKEN = "Bearer " + TestReceivers.API_TOKEN;

  @Inject IncidentStore store;
  @Inject Outbox outbox;

  private final List<Address> addresses = new ArrayList<>();
  private Map<String, String> real = Map.of();

  /** An operation as the description names it. */
  private record Address(String method, String path, JsonNode described) {
    boolean reads() {
      return method.equals("get");
    }

    boolean takes(String parameter) {
      return described.path("parameters").findValuesAsText("name").contains(parameter);
    }

    String with(Map<String, String> values) {
      String filled = path;
      for (Map.Entry<String, String> value : values.entrySet()) {
        filled = filled.replace("{" + value.getKey() + "}", value.getValue());
      }
      return filled.replaceAll("\\{[^}]*}", "1");
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  @BeforeEach
  void read() throws IOException {
    JsonNode paths =
        new JsonMapper().readTree(given().get("/q/openapi?format=json").asByteArray()).get("paths");
    paths
        .properties()
        .forEach(path ->
            path.getValue().properties().stream()
                .filter(operation ->
                    Set.of("get", "post", "put", "delete").contains(operation.getKey()))
                .map(operation ->
                    new Address(operation.getKey(), path.getKey(), operation.getValue()))
                .filter(address -> address.path().startsWith("/api/"))
                .forEach(addresses::add));
    assertThat(addresses).hasSizeGreaterThan(30);
    for (int app = 0; app < 3; app++) {
      String name = "addressed-" + app;
      QuarkusTransaction.requiringNew()
          .run(() -> TroubledApp.says(store, outbox, Instant.now(), name, "build.oom", "build"));
    }
    Response incidents = api().get("/api/v1/incidents");
    real =
        Map.of(
            "app", "addressed-0", "incident", incidents.jsonPath().getString("incidents[0].label"));
  }

  @Test
  void whatIsReadHasATagAndIsNotSentAgainToWhoHasIt() {
    List<String> answered = new ArrayList<>();
    reading()
        .filter(address -> !STREAMS.contains(address.path()))
        .forEach(address -> {
          Response first = api().get(address.with(real));
          if (first.statusCode() != 200) {
            return;
          }
          answered.add(address.path());
          String tag = first.header("ETag");
          assertThat(tag).as(address.toString()).matches("\"[0-9a-f]{32}\"");
          Response again = api().header("If-None-Match", tag).get(address.with(real));
          if (!api().get(address.with(real)).header("ETag").equals(tag)) {
            return; // It tells how long ago something was, and that has changed.
          }
          assertThat(again.statusCode()).as(address.toString()).isEqualTo(304);
          assertThat(again.asString()).as(address.toString()).isEmpty();
        });
    assertThat(answered)
        .contains("/api/v1/incidents", "/api/v1/incidents/{incident}/report", "/api/v1/apps");
  }

  @Test
  void whatIsWrongIsAProblemThatSaysHow() {
    for (Address address : addresses) {
      Response answer =
          address.reads()
              ? api().get(address.with(Map.of()))
              : api()
                  .contentType("application/json")
                  .body("[")
                  .request(address.method(), address.with(Map.of()));
      if (answer.statusCode() >= 400) {
        isProblem(address, answer);
      }
    }
  }

  @Test
  void nobodyWithoutATokenIsToldMore() {
    for (Address address : addresses) {
      Response answer =
          given().contentType("application/json").request(address.method(), address.with(real));
      assertThat(answer.statusCode()).as(address.toString()).isEqualTo(401);
      isProblem(address, answer);
    }
  }

  @Test
  void listsThatGrowComeInPages() {
    List<Address> lists = reading().filter(EveryAddressTest::isList).toList();
    assertThat(lists).hasSizeGreaterThan(5);
    for (Address list : lists) {
      if (list.takes("limit")) {
        for (String wrong : List.of("0", "501", "x", "-1")) {
          Response answer = api().queryParam("limit", wrong).get(list.with(real));
          assertThat(answer.statusCode()).as(list + " limit " + wrong).isEqualTo(400);
          isProblem(list, answer);
        }
      }
      assertThat(SHORT.contains(list.path()) || (list.takes("limit") && list.takes("cursor")))
          .as(list + " has pages, or is short")
          .isTrue();
    }
  }

  @Test
  void pagesFollowEachOtherWithoutGapOrRepetition() {
    for (String path : List.of("/api/v1/apps", "/api/v1/incidents", "/api/v1/deliveries")) {
      List<String> whole = entries(api().queryParam("limit", 500).get(path));
      assertThat(whole).as(path).hasSizeGreaterThan(2);
      List<String> read = new ArrayList<>();
      String cursor = null;
      do {
        RequestSpecification request = api().queryParam("limit", 1);
        Response page = (cursor == null ? request : request.queryParam("cursor", cursor)).get(path);
        assertThat(entries(page)).as(path).hasSize(1);
        read.addAll(entries(page));
        cursor = page.jsonPath().getString("next");
      } while (cursor != null && read.size() <= whole.size());
      assertThat(read).as(path).isEqualTo(whole);
    }
  }

  private static boolean isList(Address address) {
    return !STREAMS.contains(address.path())
        && address.described().at("/responses/200/content").findValues("schema").stream()
            .anyMatch(schema ->
                schema.path("type").asText().equals("array")
                    || schema.path("$ref").asText().matches(".*(List|Page)"));
  }

  private static List<String> entries(Response page) {
    Map<String, Object> answer = page.jsonPath().getMap("");
    return answer.values().stream()
        .filter(List.class::isInstance)
        .flatMap(list -> ((List<?>) list).stream())
        .map(entry -> ((Map<?, ?>) entry).values().iterator().next().toString())
        .toList();
  }

  private static void isProblem(Address address, Response answer) {
    assertThat(answer.statusCode()).as(address.toString()).isLessThan(500);
    assertThat(answer.contentType()).as(address.toString()).startsWith("application/problem+json");
    assertThat(answer.jsonPath().getInt("status"))
        .as(address.toString())
        .isEqualTo(answer.statusCode());
    assertThat(answer.jsonPath().getString("title")).as(address.toString()).isNotBlank();
    assertThat(answer.jsonPath().getString("detail")).as(address.toString()).isNotBlank();
  }

  private Stream<Address> reading() {
    return addresses.stream().filter(Address::reads);
  }

  private static RequestSpecification api() {
    return given().header("Authorization", TOKEN);
  }
}
