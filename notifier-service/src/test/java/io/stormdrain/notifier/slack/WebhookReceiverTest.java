package io.stormdrain.notifier.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.notifier.Secret;
import io.stormdrain.notifier.delivery.Counterpart;
import io.stormdrain.notifier.delivery.Outcome;
import io.stormdrain.notifier.delivery.Receiver;
import io.stormdrain.notifier.outgoing.HttpCounterpart;
import io.stormdrain.notifier.outgoing.HttpPost;
import io.stormdrain.notifier.outgoing.HttpReceiverSuite;
import io.stormdrain.notifier.outgoing.ScriptedHttp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class WebhookReceiverTest extends HttpReceiverSuite {

  @Override
  protected Counterpart counterpart() {
    return new SlackWebhook(http);
  }

  @Override
  protected Receiver receiver(HttpPost post) {
    return new WebhookReceiver(
        "slack-webhook",
        Secret.of(http.address("/services/T0/B0/" + SECRET).toString()),
        post,
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

  @Test
  void theTimeMayStandInTheBody() {
    http.then(429, "{\"retry_after\":7,\"ok\":false,\"error\":\"rate_limited\"}");

    assertThat(((Outcome.Retry) tell()).after()).isEqualTo(Duration.ofSeconds(7));
  }

  /** The other end of an incoming webhook. */
  private static final class SlackWebhook extends HttpCounterpart {

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

    SlackWebhook(ScriptedHttp http) {
      super(http, 200, "ok");
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
  }
}
