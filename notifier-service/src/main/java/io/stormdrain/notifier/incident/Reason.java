package io.stormdrain.notifier.incident;

/** Why an incident changed; the log, the messages, the metrics and the API use these words. */
public enum Reason {
  OPENED(Notice.MESSAGE),
  RAISED(Notice.MESSAGE),
  CAUSE_FOUND(Notice.EDIT),
  EFFECT_SEEN(Notice.EDIT),
  SUBJECT_ADDED(Notice.EDIT),
  COUNT_GREW(Notice.EDIT),
  ACKNOWLEDGED(Notice.EDIT),
  RECOVERING(Notice.EDIT),
  RELAPSED(Notice.EDIT),
  RESOLVED(Notice.MESSAGE),
  REOPENED(Notice.MESSAGE),
  /** Back although somebody said that it is fixed. */
  REGRESSED(Notice.MESSAGE),
  /** Comes and goes: from now on it has to stay away for longer until its end is told. */
  FLAPPING(Notice.MESSAGE),
  /** Somebody has something to say about it. */
  NOTED(Notice.EDIT),
  /** Again, under the release that it was told for. */
  SEEN_AGAIN(Notice.EDIT);

  /** How people learn of it. */
  public enum Notice {
    /** A message of its own. */
    MESSAGE,
    /** A change of the message that is there, where a receiver can change messages. */
    EDIT
  }

  private final Notice notice;

  Reason(Notice notice) {
    this.notice = notice;
  }

  /** How people learn of it. */
  public Notice notice() {
    return notice;
  }
}
