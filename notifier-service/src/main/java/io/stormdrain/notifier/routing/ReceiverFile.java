package io.stormdrain.notifier.routing;

import io.stormdrain.notifier.alertmanager.AlertmanagerEntry;
import io.stormdrain.notifier.delivery.Receiver;
import io.stormdrain.notifier.discord.DiscordEntry;
import io.stormdrain.notifier.email.MailEntry;
import io.stormdrain.notifier.ntfy.NtfyEntry;
import io.stormdrain.notifier.pagerduty.PagerEntry;
import io.stormdrain.notifier.receiver.ReceiverEntry;
import io.stormdrain.notifier.slack.BotEntry;
import io.stormdrain.notifier.slack.WebhookEntry;
import io.stormdrain.notifier.teams.TeamsEntry;
import io.stormdrain.notifier.telegram.TelegramEntry;
import io.stormdrain.notifier.webhook.HookEntry;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A receiver in the routing file: its name, and one of the kinds. A new kind is one line here.
 *
 * @param fallback who is told when this one cannot be
 * @param limits how fast it may be told; null when as fast as others of its kind
 */
record ReceiverFile(
    @Nullable Word id,
    @Nullable Word fallback,
    @Nullable PaceFile limits,
    @Nullable BotEntry slack,
    @Nullable WebhookEntry slackWebhook,
    @Nullable MailEntry email,
    @Nullable HookEntry webhook,
    @Nullable PagerEntry pagerduty,
    @Nullable AlertmanagerEntry alertmanager,
    @Nullable TeamsEntry teams,
    @Nullable DiscordEntry discord,
    @Nullable TelegramEntry telegram,
    @Nullable NtfyEntry ntfy) {

  /** It at the pace that is written here. */
  Receiver paced(Receiver receiver) {
    return limits == null ? receiver : limits.pacing(receiver);
  }

  /** What it is; there has to be one. */
  List<ReceiverEntry> kinds() {
    return Stream.<@Nullable ReceiverEntry>of(
            slack,
            slackWebhook,
            email,
            webhook,
            pagerduty,
            alertmanager,
            teams,
            discord,
            telegram,
            ntfy)
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .toList();
  }
}
