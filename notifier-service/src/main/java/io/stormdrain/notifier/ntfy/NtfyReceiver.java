package io.stormdrain.notifier.ntfy;

import io.stormdrain.notifier.Secret;
import io.stormdrain.notifier.delivery.Outcome;
import io.stormdrain.notifier.delivery.Pace;
import io.stormdrain.notifier.delivery.PostingReceiver;
import io.stormdrain.notifier.delivery.Telling;
import io.stormdrain.notifier.receiver.Poster;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** ntfy: a notification for each notice. */
final class NtfyReceiver extends PostingReceiver {

  /**
   * ntfy takes 60 messages at once and then one in five seconds, unless a server is set otherwise.
   */
  static final Pace LIMIT = Pace.one(Duration.ofSeconds(5), 60);

  private final Secret topic;
  private final @Nullable Secret token;
  private final Poster poster;

  NtfyReceiver(String name, Secret topic, @Nullable Secret token, Poster poster) {
    super(name, LIMIT);
    this.topic = topic;
    this.token = token;
    this.poster = poster;
  }

  @Override
  public Outcome tell(Telling telling) {
    Map<String, String> headers =
        token == null ? Map.of() : Map.of("Authorization", "Bearer " + token.reveal());
    return poster.post(headers, NtfyBody.of(telling, topic.reveal()));
  }
}
