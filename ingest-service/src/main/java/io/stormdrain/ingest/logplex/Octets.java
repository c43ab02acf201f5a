package io.stormdrain.ingest.logplex;

/**
 * Looks at bytes as octet-counted syslog messages (RFC 6587 3.4.1): where a count stands, where a
 * message opens, and where the next frame begins when a count was wrong.
 */
final class Octets {
  /** The largest body, 10 MiB, has eight digits. */
  static final int COUNT_DIGITS = 8;

  /** A frame found by searching has at most this many: Logplex refuses more than 10,240 bytes. */
  private static final int SEARCHED_DIGITS = 5;

  /** Blank bytes that looking ahead passes over; a bound, because hostile bodies are blank. */
  private static final int BLANKS_AHEAD = 16;

  private final byte[] body;
  private final int limit;

  Octets(byte[] body, int limit) {
    this.body = body;
    this.limit = limit;
  }

  /**
   * First byte from {@code at} on that is not blank; people who test with curl leave such bytes.
   */
  int afterBlanks(int at, int until) {
    int i = at;
    while (i < until && isBlank(body[i])) {
      i++;
    }
    return i;
  }

  /** End of the digits that begin at {@code at}; one more than allowed when there are too many. */
  int afterDigits(int at, int most) {
    int end = Math.min(limit, at + most + 1);
    int i = at;
    while (i < end && isDigit(body[i])) {
      i++;
    }
    return i;
  }

  int number(int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      value = value * 10 + body[i] - '0';
    }
    return value;
  }

  /** Does a message open here: {@code <PRI>VERSION SP}, as in {@code <190>1 }? */
  boolean opensMessage(int at) {
    if (at >= limit || body[at] != '<') {
      return false;
    }
    int close = afterDigits(at + 1, 3);
    int digits = close - at - 1;
    return digits >= 1
        && digits <= 3
        && close + 2 < limit
        && body[close] == '>'
        && isDigit(body[close + 1])
        && body[close + 2] == ' ';
  }

  /** Does a frame begin here: a count of at most so many digits, a space, and a message? */
  boolean opensFrame(int at, int digits) {
    int space = afterDigits(at, digits);
    return space > at
        && space - at <= digits
        && space < limit
        && body[space] == ' '
        && opensMessage(space + 1);
  }

  /** Is a frame that ends here followed by another one, or by nothing? */
  boolean isBoundary(int end) {
    int next = afterBlanks(end, Math.min(limit, end + BLANKS_AHEAD));
    if (next >= limit) {
      return true;
    }
    boolean splitsNumber = next == end && isDigit(body[end - 1]) && isDigit(body[end]);
    return splitsNumber ? isFrame(next) : opensFrame(next, COUNT_DIGITS);
  }

  /** A frame begins here, its count fits, and where it ends another one begins or nothing. */
  private boolean isFrame(int at) {
    if (!opensFrame(at, COUNT_DIGITS)) {
      return false;
    }
    int space = afterDigits(at, COUNT_DIGITS);
    int end = space + 1 + number(at, space);
    if (end > limit) {
      return false;
    }
    int next = afterBlanks(end, Math.min(limit, end + BLANKS_AHEAD));
    return next >= limit || opensFrame(next, COUNT_DIGITS);
  }

  /** Where the next frame begins at or after {@code from}: {@code \d{1,5} <\d{1,3}>\d }. */
  int nextFrame(int from) {
    for (int i = from; i < limit; i++) {
      if (body[i] == '<' && opensMessage(i)) {
        int start = countBefore(i, from, false);
        if (start >= 0) {
          return start;
        }
      }
    }
    return limit;
  }

  /**
   * Where a frame begins in a stretch that another frame's count claims for itself. It must fit
   * together on both ends, because messages quote frames. -1 when there is none.
   */
  int frameWithin(int from, int to) {
    int end = Math.min(limit, to + SEARCHED_DIGITS + 2);
    for (int i = from; i < end; i++) {
      if (body[i] == '<' && opensMessage(i)) {
        int start = countBefore(i, from, true);
        if (start >= 0 && start < to) {
          return start;
        }
      }
    }
    return -1;
  }

  /**
   * Start of the count in front of a message. A message without line feed may end in digits which
   * then run into the count, so the one of its readings that fits is preferred.
   */
  private int countBefore(int message, int from, boolean mustFit) {
    int space = message - 1;
    if (space <= from || body[space] != ' ') {
      return -1;
    }
    int first = digitsBefore(space, from);
    for (int i = Math.max(first, space - SEARCHED_DIGITS); i < space; i++) {
      if (isFrame(i)) {
        return i;
      }
    }
    int digits = space - first;
    return !mustFit && digits >= 1 && digits <= SEARCHED_DIGITS ? first : -1;
  }

  /** Start of the digits that end at {@code end}; one more than a count may have at most. */
  private int digitsBefore(int end, int from) {
    int first = end;
    while (first > from && end - first <= SEARCHED_DIGITS && isDigit(body[first - 1])) {
      first--;
    }
    return first;
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  private static boolean isBlank(byte b) {
    return b == '\n' || b == '\r' || b == ' ';
  }
}
