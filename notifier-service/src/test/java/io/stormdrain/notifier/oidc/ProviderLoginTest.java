package io.stormdrain.notifier.oidc;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stormdrain.notifier.TestDatabase;
import io.stormdrain.notifier.TestReceivers;
import io.stormdrain.notifier.people.Members;
import io.stormdrain.notifier.people.Role;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People come in by a provider's login, which is a real one but for its people. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(TestProvider.class)
@Timeout(120)
final class ProviderLoginTest {

  private static final String BEGIN = "/login/provider?to=%2Fdeliveries";

  @TestHTTPResource URI root = URI.create("http://localhost/");

  /** Set by {@link TestProvider}. */
  @SuppressWarnings("NullAway.Init")
  ProviderServer provider;

  private final String name = Members.name();
  private final CookieManager cookies = new CookieManager();
  private final HttpClient browser =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.ALWAYS)
          .cookieHandler(cookies)
          .build();

  @BeforeEach
  void begin() {
    provider.forged = Map.of();
    provider.signer = provider.key();
    provider.declines = false;
    provider.broken = false;
    comes("developers", "team-shop");
  }

  @Test
  void theLoginPageOffersIt() throws Exception {
    assertThat(get("/login?to=%2Fdeliveries").body())
        .contains("Log in with Example", "href=\"" + BEGIN + "\"", "name=\"password\"");
  }

  @Test
  void whoComesByItIsWhoTheProviderSays() throws Exception {
    HttpResponse<String> page = get(BEGIN);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.uri().getPath()).isEqualTo("/deliveries");
    assertThat(get("/me").body())
        .contains(name, "Your role is responder", "the apps of shop", "A provider vouches for you")
        .doesNotContain("Another password");
    assertThat(cookies.getCookieStore().getCookies())
        .as("from now on our session alone counts")
        .extracting(cookie -> cookie.getName())
        .containsExactly(Members.COOKIE);
  }

  @Test
  void whatTheProviderSaysIsReadAnewWithEachLogin() throws Exception {
    get(BEGIN);
    comes("ops", "team-shop");
    get(BEGIN);
    assertThat(get("/me").body()).contains("Your role is admin", "all apps");
    assertThat(get("/audit").body()).contains("account joined", "account changed", name);

    comes("team-blog");
    get(BEGIN);
    assertThat(get("/me").body()).contains("Your role is viewer", "the apps of blog");
    assertThat(get("/people").statusCode()).isEqualTo(403);
  }

  @Test
  void whoBelongsToNoTeamSeesNoAppAndDoesNotComeIn() throws Exception {
    comes("developers");

    HttpResponse<String> page = get(BEGIN);

    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.body()).contains("None of your groups is a team here");
    nobodyIsIn();
  }

  @Test
  void whoHasTheNameOfSomebodyElseIsNotTakenForThem() throws Exception {
    Members.sessionOf(name, Role.ADMIN);

    HttpResponse<String> page = get(BEGIN);

    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.body()).contains("has your name here");
    nobodyIsIn();
  }

  @Test
  void whomAnAdminHasDisabledStaysOut() throws Exception {
    get(BEGIN);
    given()
        .header("Authorization", "Bearer " + TestReceivers.API_TOKEN)
        .post("/api/v1/accounts/" + name + "/disable")
        .then()
        .statusCode(200);

    assertThat(get("/me").uri().getPath()).as("their session is over").isEqualTo("/login");
    assertThat(get(BEGIN).body()).contains("Your account here is disabled");
    nobodyIsIn();
  }

  @ParameterizedTest
  @ValueSource(strings = {"invite", "change"})
  void whatTheProviderSaysIsNotChangedHere(String what) throws Exception {
    get(BEGIN);

    given()
        .header("Authorization", "Bearer " + TestReceivers.API_TOKEN)
        .contentType("application/json")
        .body(Map.of("role", "admin"))
        .post("/api/v1/accounts/" + name + "/" + what)
        .then()
        .statusCode(what.equals("invite") ? 404 : 409);
  }

  @ParameterizedTest
  @ValueSource(strings = {"iss", "aud", "nonce", "exp"})
  void aTokenThatIsNotForThisLoginLetsNobodyIn(String claim) throws Exception {
    provider.forged = Map.of(claim, claim.equals("exp") ? (Object) 1_000_000 : "another");

    assertThat(get(BEGIN).statusCode()).isEqualTo(403);
    nobodyIsIn();
  }

  @Test
  void aTokenThatSomebodyElseSignedLetsNobodyIn() throws Exception {
    provider.signer = new SigningKey();

    assertThat(get(BEGIN).statusCode()).isEqualTo(403);
    nobodyIsIn();
  }

  @Test
  void whoIsLedToTheEndOfAnothersLoginIsNotTakenForThem() throws Exception {
    String eve = Members.name();
    provider.somebody =
        Map.of("sub", "id-of-" + eve, "preferred_username", eve, "groups", List.of("ops"));
    HttpClient other = HttpClient.newHttpClient();
    String way = location(other, location(other, root.resolve(BEGIN).toString()));
    assertThat(way).startsWith(root.resolve("/login/provider?code=").toString());

    comes("developers", "team-shop");
    browser.send(
        HttpRequest.newBuilder(URI.create(way)).build(), HttpResponse.BodyHandlers.discarding());

    assertThat(get("/me").body()).contains(name).doesNotContain(eve);
  }

  @Test
  void whoSaysNoOverThereReadsSoHere() throws Exception {
    provider.declines = true;

    HttpResponse<String> page = get(BEGIN);

    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.body()).contains("Example did not vouch for you");
    nobodyIsIn();
  }

  @Test
  void aProviderThatBreaksOffMeanwhileIsNoError() throws Exception {
    provider.broken = true;

    HttpResponse<String> page = get(BEGIN);

    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.body()).contains("Example did not vouch for you", "name=\"password\"");
    nobodyIsIn();
  }

  private void nobodyIsIn() throws Exception {
    assertThat(get("/deliveries").uri().getPath()).isEqualTo("/login");
  }

  private void comes(String... groups) {
    provider.somebody =
        Map.of("sub", "id-of-" + name, "preferred_username", name, "groups", List.of(groups));
  }

  private static String location(HttpClient browser, String address)
      throws IOException, InterruptedException {
    return browser
        .send(
            HttpRequest.newBuilder(URI.create(address)).build(),
            HttpResponse.BodyHandlers.discarding())
        .headers()
        .firstValue("Location")
        .orElseThrow();
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return browser.send(
        HttpRequest.newBuilder(root.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
  }
}
