package io.stormdrain.notifier.delivery;

/** Somebody who can be told: a channel in Slack, mailboxes, a terminal. */
public interface Receiver {

  /** Its name in settings, metrics and the API; lower case, never a secret. */
  String name();

  /** Whether it can change a message that it has shown. */
  boolean edits();

  /** What happens when it is told the same thing twice. */
  Repeats repeats();

  /** How fast it may be told, by its own limits. */
  default Pace pace() {
    return Pace.FREE;
  }

  /** Tells it, and says how that ended; comes back within its own time-outs, and never throws. */
  Outcome tell(Telling telling);

  /** What happens when a receiver is told the same thing twice. */
  enum Repeats {
    /** It keeps messages of one identity apart from others and drops the second. */
    ABSORBED,
    /** It shows both, so the second has to say that it may be one. */
    MARKED
  }
}
