package io.stormdrain.notifier.route;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What else is going on when it is decided whether an incident is told now.
 *
 * @param since when it was first held back; now, if it was not
 * @param live other incidents that are not over
 * @param begun incidents of its app that began of late, with it
 * @param storm label of the live storm that it belongs to; null when it belongs to none
 * @param silence who asked for silence about it, and until when; null when nobody did
 */
public record Situation(
    Instant now,
    Instant since,
    List<Live> live,
    int begun,
    @Nullable String storm,
    @Nullable Silenced silence) {

  /** An incident that is not over. */
  public record Live(String label, Subject subject) {}

  /**
   * Somebody asked for silence.
   *
   * @param until when to look again
   */
  public record Silenced(Instant until, String why) {}

  public Situation {
    live = List.copyOf(live);
  }

  /** Nothing else is going on. */
  public static Situation calm(Instant now) {
    return new Situation(now, now, List.of(), 0, null, null);
  }
}
