package io.stormdrain.notifier.routing;

import io.stormdrain.notifier.email.MailEntry;
import io.stormdrain.notifier.receiver.ReceiverEntry;
import io.stormdrain.notifier.slack.BotEntry;
import io.stormdrain.notifier.slack.WebhookEntry;
import io.stormdrain.notifier.webhook.HookEntry;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A receiver in the routing file: its name, and one of the kinds. A new kind is one line here. */
record ReceiverFile(
    @Nullable Word id,
    @Nullable BotEntry slack,
    @Nullable WebhookEntry slackWebhook,
    @Nullable MailEntry email,
    @Nullable HookEntry webhook) {

  /** What it is; there has to be one. */
  List<ReceiverEntry> kinds() {
    return Stream.<@Nullable ReceiverEntry>of(slack, slackWebhook, email, webhook)
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .toList();
  }
}
