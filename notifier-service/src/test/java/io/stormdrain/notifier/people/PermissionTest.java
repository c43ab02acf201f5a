package io.stormdrain.notifier.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stormdrain.notifier.TestDatabase;
import io.stormdrain.notifier.TestReceivers;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Everything that the application answers to, asked for by everybody there is. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(TestReceivers.class)
@Timeout(240)
final class PermissionTest {

  /** The ways in, and what has a lock of its own. */
  private static final Set<String> OPEN =
      Set.of(
          "GET /login",
          "POST /login",
          "POST /logout",
          "GET /join",
          "POST /join",
          "GET /login/provider",
          "POST /slack/actions");

  /** What is about people is for admins, wherever it is. */
  private static final List<String> FOR_ADMINS =
      List.of("/people", "/audit", "/api/v1/accounts", "/api/v1/tokens", "/api/v1/audit");

  private static final Map<String, String> VALUES =
      Map.of("incident", "INC-999999", "app", "nobody", "name", "nobody", "receiver", "nobody");

  @TestHTTPResource URI root = URI.create("http://localhost/");

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private record Answer(int status, String location, String body) {
    boolean isForbidden() {
      return status == 403 && body.contains("whose role is at least");
    }

    boolean wantsALogin(boolean api) {
      return api ? status == 401 : status == 303 && location.startsWith("/login?to=");
    }
  }

  @Test
  void nobodyComesWithoutBeingKnown() throws Exception {
    for (Routes.Route route : Routes.all()) {
      assertThat(ask(route, null).wantsALogin(route.isApi()))
          .as(route + " asks who comes")
          .isEqualTo(!OPEN.contains(route.toString()));
      assertThat(route.isOpen()).as(route + " is open").isEqualTo(OPEN.contains(route.toString()));
    }
  }

  @Test
  void everyRoleMayWhatItIsFor() throws Exception {
    List<Routes.Route> routes =
        Routes.all().stream().filter(route -> !OPEN.contains(route.toString())).toList();
    assertThat(routes).hasSizeGreaterThan(40);
    for (Role role : Role.values()) {
      String session = Members.session(role);
      String token = Members.token(role);
      for (Routes.Route route : routes) {
        Answer answer = ask(route, route.isApi() ? token : session);
        assertThat(answer.isForbidden())
            .as("%s as %s: %s", route, role, answer)
            .isEqualTo(!role.reaches(needed(route)));
        assertThat(answer.wantsALogin(route.isApi())).as("%s as %s", route, role).isFalse();
        assertThat(answer.status()).as("%s as %s: %s", route, role, answer).isNotEqualTo(500);
      }
    }
  }

  @Test
  void aSessionIsNoTokenAndATokenNoSession() throws Exception {
    String session = Members.session(Role.ADMIN);
    String token = Members.token(Role.ADMIN);
    for (Routes.Route route : Routes.all()) {
      if (!OPEN.contains(route.toString())) {
        assertThat(ask(route, route.isApi() ? session : token).wantsALogin(route.isApi()))
            .as(route.toString())
            .isTrue();
      }
    }
  }

  private static Role needed(Routes.Route route) {
    boolean changesSources = !route.reads() && route.path().startsWith("/sources");
    if (changesSources || FOR_ADMINS.stream().anyMatch(route.path()::startsWith)) {
      return Role.ADMIN;
    }
    boolean isHarmless =
        route.reads()
            || List.of("/signatures/test", "/rules/test", "/api/v1/rules/test")
                .contains(route.path());
    return isHarmless || route.path().startsWith("/me/") ? Role.VIEWER : Role.RESPONDER;
  }

  private Answer ask(Routes.Route route, @Nullable String shown)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(root.resolve(route.with(VALUES)))
            .header("Sec-Fetch-Site", "same-origin")
            .header(
                "Content-Type",
                route.isApi() ? "application/json" : "application/x-www-form-urlencoded")
            .method(
                route.method(),
                route.reads()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(route.isApi() ? "{}" : "name=nobody"));
    if (shown != null) {
      request.header(
          route.isApi() ? "Authorization" : "Cookie",
          route.isApi() ? "Bearer " + shown : Members.COOKIE + "=" + shown);
    }
    HttpResponse<InputStream> answer =
        client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream body = answer.body()) {
      // What never ends is not waited for.
      return new Answer(
          answer.statusCode(),
          answer.headers().firstValue("Location").orElse(""),
          route.path().equals("/live")
              ? ""
              : new String(body.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
