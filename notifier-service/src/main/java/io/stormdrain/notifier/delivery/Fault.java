package io.stormdrain.notifier.delivery;

/** Why something was not delivered; the log, the metrics, the API and the tests use these words. */
public enum Fault {
  /** 429, or the same in other words. */
  RATE_LIMITED(Kind.PASSING),
  /** The receiver has trouble of its own: 5xx, SMTP 4xx. */
  SERVER_ERROR(Kind.PASSING),
  /** No connection could be made; nothing was sent. */
  UNREACHABLE(Kind.PASSING),
  /** It takes this message later, and others now: greylisting, a mailbox that is full. */
  DEFERRED(Kind.LATER),
  /** It answered with an error that we do not know. */
  UNRECOGNISED(Kind.PASSING),
  /** It was sent, and no answer came in time. */
  NO_ANSWER(Kind.OPEN),
  /** The connection was lost after it was sent. */
  CONNECTION_LOST(Kind.OPEN),
  /** Who tried it was not heard of again. */
  LEASE_LAPSED(Kind.OPEN),
  /** Token, key or password is wrong or no longer valid. */
  UNAUTHORIZED(Kind.CONFIGURATION),
  /** It may not write there. */
  FORBIDDEN(Kind.CONFIGURATION),
  /** Address, channel or mailbox does not exist. */
  NOT_FOUND(Kind.CONFIGURATION),
  /** It was there once: archived, disabled, removed. */
  GONE(Kind.CONFIGURATION),
  /** The address leads elsewhere; redirects are not followed. */
  REDIRECTED(Kind.CONFIGURATION),
  /** The address is of a network that may not be reached. */
  ADDRESS_REFUSED(Kind.CONFIGURATION),
  /** It does not want what we send, however we put it. */
  REFUSED(Kind.CONFIGURATION),
  /** It does not understand the message in this form. */
  MALFORMED(Kind.FORM),
  /** It took too long; giving up. */
  EXPIRED(Kind.FINAL),
  /** Its receiver is not configured any more. */
  RECEIVER_REMOVED(Kind.FINAL);

  /** What follows from a fault. */
  public enum Kind {
    /** Trying again helps. */
    PASSING,
    /** Trying again helps after some minutes, and says nothing of the receiver. */
    LATER,
    /** It may have arrived. */
    OPEN,
    /** Somebody has to change settings; trying again does not help. */
    CONFIGURATION,
    /** A plainer form may be taken. */
    FORM,
    /** That was it. */
    FINAL
  }

  private final Kind kind;

  Fault(Kind kind) {
    this.kind = kind;
  }

  /** What follows from it. */
  public Kind kind() {
    return kind;
  }
}
