package io.stormdrain.notifier.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.stormdrain.notifier.Secret;
import io.stormdrain.notifier.delivery.Counterpart;
import io.stormdrain.notifier.delivery.Receiver;
import io.stormdrain.notifier.message.Notice;
import io.stormdrain.notifier.outgoing.HttpCounterpart;
import io.stormdrain.notifier.outgoing.HttpPost;
import io.stormdrain.notifier.outgoing.HttpReceiverSuite;
import io.stormdrain.notifier.outgoing.ScriptedHttp;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HookReceiverTest extends HttpReceiverSuite {

  private static final Secret KEY = key(SECRET + "-and-some-more-of-it");
  private static final Secret OLD_KEY = key("an-older-key-of-24-bytes-or-more");
  private static final Instant NOW = Instant.parse("2026-02-10T14:05:00Z");

  @Override
  protected Counterpart counterpart() {
    return new HttpCounterpart(http, 204, "");
  }

  @Override
  protected Receiver receiver(HttpPost post) {
    return new HookReceiver(
        "ops",
        Secret.of(http.address("/in/" + SECRET).toString()),
        List.of(KEY, OLD_KEY),
        post,
        InstantSource.fixed(NOW));
  }

  @Test
  void signsAsStandardWebhooksSay() {
    assertThat(
            HookSignature.of(
                List.of(Secret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")),
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                Instant.ofEpochSecond(1_614_265_330),
                "{\"test\": 2432232314}"))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void whoKnowsEitherSecretCanCheckTheSignature() {
    tell();

    ScriptedHttp.Request request = http.requests().getFirst();
    String id = header(request, "webhook-id");
    assertThat(request.headers()).containsEntry("webhook-timestamp", "1770732300");
    assertThat(header(request, "webhook-signature").split(" "))
        .containsExactly(
            HookSignature.of(List.of(KEY), id, NOW, request.body()),
            HookSignature.of(List.of(OLD_KEY), id, NOW, request.body()));
  }

  @Test
  void theIdStaysTheSameForAllAttempts() {
    counterpart.fails();
    tell();
    counterpart.accepts();
    tell();

    assertThat(http.requests().stream().map(r -> r.headers().get("webhook-id")).distinct())
        .singleElement()
        .asString()
        .startsWith("msg_")
        .endsWith("_42");
  }

  @Test
  void saysAllOfHowItStands() throws IOException {
    tell();

    JsonNode body = new JsonMapper().readTree(http.requests().getFirst().body());
    assertThat(body.path("type").asText()).isEqualTo("incident.opened");
    assertThat(Instant.parse(body.path("timestamp").asText())).isNotNull();
    JsonNode data = body.path("data");
    assertThat(data.path("label").asText()).isEqualTo("INC-17");
    assertThat(data.path("app").asText()).isEqualTo("shop");
    assertThat(data.path("process").asText()).isEqualTo("web.1");
    assertThat(data.path("severity").asText()).isEqualTo("critical");
    assertThat(data.path("state").asText()).isEqualTo("open");
    assertThat(data.path("count").asInt()).isEqualTo(6);
    assertThat(data.at("/suspect/release").asText()).isEqualTo("v43");
    assertThat(data.path("evidence")).isNotEmpty();
    assertThat(data.path("steps").toString()).contains("heroku rollback --app shop");
    assertThat(data.path("link").asText())
        .isEqualTo("https://stormdrain.example.org/incidents/INC-17");
    assertThat(data.has("shortened")).isFalse();
  }

  @Test
  void thePlainFormHasNoLists() throws IOException {
    tell(Notice.OPENED, true);

    assertThat(
            new JsonMapper().readTree(http.requests().getFirst().body()).path("data").has("steps"))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw, true",
    "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw, false",
    "whsec_c2hvcnQ=, false",
    "whsec_***, false"
  })
  void aKeyHasToBeLongEnough(String text, boolean key) {
    assertThat(HookSignature.isKey(Secret.of(text))).isEqualTo(key);
  }

  private static String header(ScriptedHttp.Request request, String name) {
    return Objects.requireNonNull(request.headers().get(name), name);
  }

  private static Secret key(String bytes) {
    return Secret.of("whsec_" + Base64.getEncoder().encodeToString(bytes.getBytes(UTF_8)));
  }
}
