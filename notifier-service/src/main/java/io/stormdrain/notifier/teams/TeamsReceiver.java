package io.stormdrain.notifier.teams;

import io.stormdrain.notifier.delivery.Outcome;
import io.stormdrain.notifier.delivery.Pace;
import io.stormdrain.notifier.delivery.PostingReceiver;
import io.stormdrain.notifier.delivery.Telling;
import io.stormdrain.notifier.receiver.Poster;
import java.time.Duration;
import java.util.Map;

/** Microsoft Teams: a card for each notice, since a Workflow cannot change what it posted. */
final class TeamsReceiver extends PostingReceiver {

  /** A Workflow takes four requests a second. */
  static final Pace LIMIT = Pace.one(Duration.ofMillis(250), 4);

  private final Poster poster;

  TeamsReceiver(String name, Poster poster) {
    super(name, LIMIT);
    this.poster = poster;
  }

  @Override
  public Outcome tell(Telling telling) {
    return poster.post(Map.of(), Card.of(telling));
  }
}
