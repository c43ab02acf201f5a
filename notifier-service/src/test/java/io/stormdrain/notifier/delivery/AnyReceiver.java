package io.stormdrain.notifier.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stormdrain.notifier.Secret;
import io.stormdrain.notifier.TestClock;
import io.stormdrain.notifier.alertmanager.AlertmanagerEntry;
import io.stormdrain.notifier.discord.DiscordEntry;
import io.stormdrain.notifier.ntfy.NtfyEntry;
import io.stormdrain.notifier.outgoing.ScriptedHttp;
import io.stormdrain.notifier.pagerduty.PagerEntry;
import io.stormdrain.notifier.receiver.ReceiverEntry;
import io.stormdrain.notifier.slack.BotEntry;
import io.stormdrain.notifier.slack.WebhookEntry;
import io.stormdrain.notifier.teams.TeamsEntry;
import io.stormdrain.notifier.telegram.TelegramEntry;
import io.stormdrain.notifier.webhook.HookEntry;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Every receiver that speaks HTTP, as the routing file makes it; all of its secrets are known. */
enum AnyReceiver {
  SLACK,
  SLACK_WEBHOOK,
  WEBHOOK,
  PAGERDUTY,
  ALERTMANAGER,
  TEAMS,
  DISCORD,
  TELEGRAM,
  NTFY;

  /** Is part of every secret that they have. */
  static final String SECRET = "s3cr3t-4nd-n0b0dys-busin3ss";

  /** The same as a signer's key is written. */
  static final String KEY = Base64.getEncoder().encodeToString(SECRET.getBytes(UTF_8));

  private static final String MARK = "ossible repeat";

  private ReceiverEntry entry(String base) {
    return switch (this) {
      case SLACK -> new BotEntry(secret("xoxb-"), "C1");
      case SLACK_WEBHOOK -> new WebhookEntry(within(base));
      case WEBHOOK -> new HookEntry(within(base), List.of(Secret.of("whsec_" + KEY)), true);
      case PAGERDUTY -> new PagerEntry(secret(""), Secret.of(base + "/v2/enqueue"));
      case ALERTMANAGER -> new AlertmanagerEntry(List.of(base), true);
      case TEAMS -> new TeamsEntry(within(base));
      case DISCORD -> new DiscordEntry(within(base));
      case TELEGRAM -> new TelegramEntry(secret("7:"), "-100123", null, base);
      case NTFY -> new NtfyEntry(Secret.of("alerts"), secret("tk_"), Secret.of(base), true);
    };
  }

  /** Body of an answer that says that it has the message. */
  String taken() {
    return switch (this) {
      case SLACK -> "{\"ok\":true,\"channel\":\"C1\",\"ts\":\"1.1\"}";
      case SLACK_WEBHOOK -> "ok";
      case DISCORD -> "{\"id\":\"1234567890123456789\"}";
      case TELEGRAM -> "{\"ok\":true,\"result\":{\"message_id\":71}}";
      case NTFY -> "{\"id\":\"x\",\"event\":\"message\"}";
      case WEBHOOK, PAGERDUTY, ALERTMANAGER, TEAMS -> "";
    };
  }

  /** Whether the later says, or its identity does, that it may be the earlier once more. */
  boolean isRepeat(ScriptedHttp.Request earlier, ScriptedHttp.Request later) {
    return switch (this) {
      case SLACK, SLACK_WEBHOOK, TEAMS, DISCORD, TELEGRAM, NTFY ->
          later.body().contains(MARK) && !earlier.body().contains(MARK);
      case WEBHOOK -> same("webhook-id", earlier, later);
      case PAGERDUTY -> later.body().equals(earlier.body());
      case ALERTMANAGER -> endless(later).equals(endless(earlier));
    };
  }

  /** An alert is known by its labels and its beginning. */
  private static String endless(ScriptedHttp.Request request) {
    return request.body().replaceFirst("\"endsAt\":\"[^\"]*\"", "");
  }

  private static boolean same(
      String header, ScriptedHttp.Request earlier, ScriptedHttp.Request later) {
    return Objects.equals(earlier.headers().get(header), later.headers().get(header));
  }

  /**
   * One that speaks to this address.
   *
   * @param base without a slash at its end
   */
  Receiver at(String base, TestClock clock) {
    return RealReceiver.of(
        entry(base),
        Map.of(
            "stormdrain.notifier.slack.api-url", base + "/api/",
            "stormdrain.notifier.slack.timeout", "1s",
            "stormdrain.notifier.outgoing.timeout", "1s"),
        clock);
  }

  private static Secret secret(String prefix) {
    return Secret.of(prefix + SECRET);
  }

  /** The address is the secret. */
  private static Secret within(String base) {
    return Secret.of(base + "/in/" + SECRET);
  }
}
