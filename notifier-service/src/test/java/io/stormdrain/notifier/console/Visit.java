package io.stormdrain.notifier.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** How people come to pages, where no token is set. */
final class Visit {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Visit() {}

  static void await(BooleanSupplier condition) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited too long").isLessThan(until);
      LockSupport.parkNanos(20_000_000);
    }
  }

  static Response form(String path, String... fields) {
    var request = given().redirects().follow(false).header("Sec-Fetch-Site", "same-origin");
    for (int at = 0; at < fields.length; at += 2) {
      request
          .contentType("application/x-www-form-urlencoded; charset=UTF-8")
          .formParam(fields[at], fields[at + 1]);
    }
    return request.post(path);
  }

  static String page(String path) {
    Response response = given().get(path);
    assertThat(response.statusCode()).as(path).isEqualTo(200);
    assertThat(response.contentType()).isEqualTo("text/html;charset=UTF-8");
    return response.asString();
  }

  /** Says of everything that is wrong that it is over. */
  static void endAll() {
    List<String> open =
        given()
            .get("/api/v1/incidents?state=open&state=acknowledged&state=recovering&limit=500")
            .jsonPath()
            .getList("incidents.label");
    for (String label : open) {
      given()
          .contentType("application/json")
          .body("{\"by\": \"ann\"}")
          .post("/api/v1/incidents/" + label + "/resolve");
    }
  }

  static String label(String app) {
    return given()
        .get("/api/v1/incidents?limit=500")
        .jsonPath()
        .getString(
            "incidents.find { it.app.startsWith('" + app + "') && it.severity != 'info' }.label");
  }
}
