package io.stormdrain.notifier.incident;

/** Why an incident is over. */
public enum ResolveCause {
  /** The process is up, the dependency is there: positive evidence that has held. */
  RECOVERED,
  /** A trouble that repeats itself was not seen any more while the app went on talking. */
  QUIET,
  /** A new release came, and the trouble did not come back under it. */
  RELEASED,
  /** It was watched for long enough, and the last word on it is said. */
  JUDGED,
  /** The next of its kind came. */
  SUPERSEDED,
  /** Somebody said so. */
  MANUAL,
  /** Somebody said that it is fixed; if it comes back, it is a regression. */
  FIXED
}
