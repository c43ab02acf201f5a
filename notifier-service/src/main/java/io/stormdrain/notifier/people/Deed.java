package io.stormdrain.notifier.people;

import java.util.Locale;

/** What people do that others may want to know of later. */
public enum Deed {
  INCIDENT_ACKNOWLEDGED,
  INCIDENT_RESOLVED,
  INCIDENT_NOTED,
  SILENCE_ADDED,
  SILENCE_ENDED,
  DELIVERY_REPLAYED,
  RECEIVER_TESTED,
  SOURCE_ADDED,
  SOURCE_ROTATED,
  SOURCE_REMOVED,
  ACCOUNT_ADDED,
  ACCOUNT_INVITED,
  ACCOUNT_CHANGED,
  ACCOUNT_DISABLED,
  ACCOUNT_JOINED,
  PASSWORD_CHANGED,
  TOKEN_ADDED,
  TOKEN_REVOKED,
  LOGGED_IN,
  LOGIN_REFUSED,
  LOGGED_OUT;

  /** In words. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
