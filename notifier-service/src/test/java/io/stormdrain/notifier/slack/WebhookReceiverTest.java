package io.stormdrain.notifier.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.notifier.Secret;
import io.stormdrain.notifier.delivery.Counterpart;
import io.stormdrain.notifier.delivery.Fault;
import io.stormdrain.notifier.delivery.Outcome;
import io.stormdrain.notifier.delivery.Receiver;
import io.stormdrain.notifier.delivery.ReceiverSuite;
import io.stormdrain.notifier.outgoing.ScriptedHttp;
import io.stormdrain.notifier.outgoing.WayOut;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WebhookReceiverTest extends ReceiverSuite {

  private final ScriptedHttp http = new ScriptedHttp();

  WebhookReceiverTest() throws IOException {}

  @Override
  protected Counterpart counterpart() {
    return new SlackWebhook(http);
  }

  @Override
  protected Receiver receiver(Counterpart to) {
    return new WebhookReceiver(
        "slack-webhook",
        Secret.of(http.address("/services/T0/B0/" + SECRET).toString()),
        WayOut.post(LIMIT),
        InstantSource.system());
  }

  @Test
  void postsBlocksWithTextBesideThem() {
    tell();

    ScriptedHttp.Request request = http.requests().getFirst();
    assertThat(request.path()).endsWith(SECRET);
    assertThat(request.headers().get("content-type")).isEqualTo("application/json; charset=utf-8");
    assertThat(request.body())
        .startsWith("{\"text\":\"🔴 Critical: web.1 cannot start: module")
        .contains("\"unfurl_links\":false", "\"blocks\":[{\"type\":\"header\"");
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "30, 30"})
  void theTimeThatIsAskedForIsPassedOn(String header, int seconds) {
    http.then(new ScriptedHttp.Reply.Answer(429, Map.of("Retry-After", header), ""));

    assertThat(tell())
        .isEqualTo(new Outcome.Retry(Fault.RATE_LIMITED, "429", Duration.ofSeconds(seconds)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "-1"})
  void aTimeThatMakesNoSenseIsNone(String header) {
    http.then(new ScriptedHttp.Reply.Answer(429, Map.of("Retry-After", header), ""));

    assertThat(tell()).isEqualTo(new Outcome.Retry(Fault.RATE_LIMITED, "429", null));
  }

  @Test
  void theTimeMayStandInTheBody() {
    http.then(429, "{\"retry_after\":7,\"ok\":false,\"error\":\"rate_limited\"}");

    assertThat(((Outcome.Retry) tell()).after()).isEqualTo(Duration.ofSeconds(7));
  }

  @ParameterizedTest
  @CsvSource({
    "301, REDIRECTED", "400, MALFORMED", "401, UNAUTHORIZED", "403, FORBIDDEN",
    "404, NOT_FOUND", "405, REFUSED", "410, GONE", "413, MALFORMED"
  })
  void everyStatusHasItsFault(int status, Fault fault) {
    http.then(status, "<html>no</html>");

    assertThat(((Outcome.Refused) tell()).fault()).isEqualTo(fault);
  }

  @Test
  void aRedirectIsNotFollowed() {
    http.then(
        new ScriptedHttp.Reply.Answer(
            302, Map.of("Location", http.address("/elsewhere").toString()), ""));
    tell();

    assertThat(http.requests()).hasSize(1);
  }

  @Test
  void anAnswerThatComesByteByByteIsWaitedForNoLongerThanTheLimit() {
    http.then(new ScriptedHttp.Reply.Dribble());

    assertThat(tell()).isInstanceOf(Outcome.Unknown.class);
  }

  /** The other end of an incoming webhook. */
  private record SlackWebhook(ScriptedHttp http) implements Counterpart {

    private static final Map<String, Integer> SETTINGS =
        Map.of(
            "invalid_token", 403,
            "action_prohibited", 403,
            "channel_not_found", 404,
            "no_service", 404,
            "no_team", 404,
            "channel_is_archived", 410,
            "user_not_found", 400,
            "unauthorized", 401);

    @Override
    public void accepts() {
      http.then(200, "ok");
    }

    @Override
    public void refusesForm() {
      http.then(400, "invalid_blocks");
    }

    @Override
    public List<String> wrongSettings() {
      return List.copyOf(SETTINGS.keySet());
    }

    @Override
    public void refusesSetting(String way) {
      http.then(SETTINGS.getOrDefault(way, 404), way);
    }

    @Override
    public void limits() {
      http.then(429, "");
    }

    @Override
    public void fails() {
      http.then(500, "rollup_error");
    }

    @Override
    public void goesAway() {
      http.close();
    }

    @Override
    public void hangsUp() {
      http.then(new ScriptedHttp.Reply.HangUp());
    }

    @Override
    public void staysSilent() {
      http.then(new ScriptedHttp.Reply.Silence());
    }

    @Override
    public void babbles() {
      http.then(200, "ok".repeat(5_000_000));
    }

    @Override
    public int received() {
      return http.requests().size();
    }

    @Override
    public void close() {
      http.close();
    }
  }
}
