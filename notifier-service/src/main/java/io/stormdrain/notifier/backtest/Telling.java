package io.stormdrain.notifier.backtest;

import io.stormdrain.notifier.incident.Incident;
import io.stormdrain.notifier.incident.ResolveCause;
import io.stormdrain.notifier.message.Composer;
import io.stormdrain.notifier.message.InWords;
import io.stormdrain.notifier.message.Links;
import io.stormdrain.notifier.message.Notice;
import io.stormdrain.notifier.message.Occasion;
import io.stormdrain.notifier.message.PlainText;
import io.stormdrain.notifier.store.IncidentView;
import io.stormdrain.notifier.threshold.AlertRules;
import java.time.Duration;
import java.util.Locale;

/** An incident that would have been, in words. */
public final class Telling {

  private Telling() {}

  /** The message that would have told of it, as text. */
  public static String message(IncidentView view, AlertRules rules) {
    Incident incident = view.incident();
    Notice notice = incident.isLive() ? Notice.OPENED : Notice.OPENED_AND_RESOLVED;
    return PlainText.of(
        new Composer(() -> rules, Links.NONE)
            .compose(view, new Occasion(notice, incident.seq(), null, false)));
  }

  /** How it ended. */
  public static String end(Incident incident) {
    ResolveCause cause = incident.cause();
    if (incident.resolvedAt() == null || cause == null) {
      return "not over";
    }
    return "over after %s (%s)"
        .formatted(
            InWords.duration(Duration.between(incident.openedAt(), incident.resolvedAt())),
            cause.name().toLowerCase(Locale.ROOT));
  }
}
