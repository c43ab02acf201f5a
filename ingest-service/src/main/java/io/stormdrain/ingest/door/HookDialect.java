package io.stormdrain.ingest.door;

import io.stormdrain.ingest.message.Tally;
import io.stormdrain.ingest.webhook.Delivered;
import io.stormdrain.ingest.webhook.Event;
import io.stormdrain.ingest.webhook.Hook;
import io.stormdrain.ingest.webhook.HookCount;
import io.stormdrain.ingest.webhook.HookMessages;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/**
 * Platforms that tell what happens. An event without a meaning here is taken with a 200, since
 * Render and others give up on who refuses some of them.
 */
final class HookDialect implements Dialect {
  static final String WORD = "webhook";

  private final Hook hook;
  private final TakenEvents taken;
  private final Sequel sequel;

  HookDialect(Hook hook, TakenEvents taken, Sequel sequel) {
    this.hook = hook;
    this.taken = taken;
    this.sequel = sequel;
  }

  @Override
  public Reading read(Arrival arrival) {
    Body body = arrival.body();
    long now = arrival.desk().millis();
    Delivered delivered =
        Delivered.of(arrival::header, body.bytes(), body.length(), arrival.source());
    return switch (hook.proof(delivered, now)) {
      case FORGED -> new Reading.Done(Answer.SIGNATURE);
      case STALE -> new Reading.Done(Answer.STALE);
      case SIGNED, UNSIGNED -> {
        HookMessages messages = HookMessages.of(hook, delivered);
        String name = messages.tally().name();
        if (name != null && taken.has(name, now)) {
          yield new Reading.Done(Answer.REPEATED);
        }
        Event event = messages.event();
        if (event != null) {
          sequel.to(event, arrival.source(), arrival.desk());
        }
        yield arrival.told(messages, WORD);
      }
    };
  }

  @Override
  public Answer accepted(Body body, Tally tally) {
    if (tally instanceof HookCount count && count.name() != null) {
      taken.add(count.name(), System.currentTimeMillis());
    }
    return Dialect.super.accepted(body, tally);
  }

  @Override
  public boolean isMetered() {
    return false;
  }

  @Override
  public Reply reply(Answer answer, HttpServerRequest request, @Nullable Tally tally) {
    return Plain.reply(answer);
  }
}
