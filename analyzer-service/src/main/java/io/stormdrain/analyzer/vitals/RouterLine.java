package io.stormdrain.analyzer.vitals;

/**
 * Status and service time of a request line of Heroku's router, read from the line's end, where
 * they stand: {@code ... dyno=web.1 connect=0ms service=49ms status=200 bytes=15225
 * protocol=http2.0}.
 */
final class RouterLine {

  private static final byte[] STATUS = {'s', 't', 'a', 't', 'u', 's', '='};
  private static final byte[] SERVICE = {'s', 'e', 'r', 'v', 'i', 'c', 'e', '='};

  /**
   * Words behind {@code service=}: status, bytes, protocol, tls, tls_version, and some to spare.
   */
  private static final int MAX_WORDS = 10;

  private int status;
  private int serviceMillis;

  /** Reads the line; false when it is not a request line. */
  boolean read(byte[] text) {
    status = -1;
    serviceMillis = -1;
    boolean found = false;
    int end = text.length;
    for (int word = 0; word < MAX_WORDS && end > 0; word++) {
      int start = end;
      while (start > 0 && text[start - 1] != ' ') {
        start--;
      }
      if (startsWith(text, start, end, STATUS)) {
        status = number(text, start + STATUS.length, end);
        found = true;
      } else if (startsWith(text, start, end, SERVICE)) {
        serviceMillis = number(text, start + SERVICE.length, end);
        return found;
      }
      end = start - 1;
    }
    return found;
  }

  /** HTTP status, -1 when the router wrote none. */
  int status() {
    return status;
  }

  /** Milliseconds, -1 when the request reached no process. */
  int serviceMillis() {
    return serviceMillis;
  }

  private static boolean startsWith(byte[] text, int at, int end, byte[] wanted) {
    if (end - at < wanted.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (text[at + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  /** Leading digits; the unit behind them is milliseconds. */
  private static int number(byte[] text, int from, int to) {
    int value = -1;
    for (int i = from; i < to && i < from + 9 && text[i] >= '0' && text[i] <= '9'; i++) {
      value = Math.max(value, 0) * 10 + text[i] - '0';
    }
    return value;
  }
}
