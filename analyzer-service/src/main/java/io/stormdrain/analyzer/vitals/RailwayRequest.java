package io.stormdrain.analyzer.vitals;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * Status and duration of a request as Railway's HTTP log tells them: an object of JSON, its keys in
 * any order, {@code {"method":"GET","path":"/","httpStatus":502,"totalDuration":15012,...}}. What
 * the object's texts hold cannot be mistaken for a key: their quotes are escaped.
 */
final class RailwayRequest {

  private static final byte[] STATUS = "\"httpStatus\":".getBytes(US_ASCII);
  private static final byte[] DURATION = "\"totalDuration\":".getBytes(US_ASCII);

  /** Longer than Railway's own, whose path is the only long part. */
  private static final int MOST = 8 * 1024;

  private int status;
  private int millis;

  /** Reads the line; false when it is not a request. */
  boolean read(byte[] text) {
    status = -1;
    millis = -1;
    if (text.length == 0 || text[0] != '{') {
      return false;
    }
    int last = Math.min(text.length, MOST);
    for (int at = 0; at < last; at++) {
      if (text[at] == '"') {
        status = status < 0 ? numberBehind(STATUS, text, at, last) : status;
        millis = millis < 0 ? numberBehind(DURATION, text, at, last) : millis;
      }
    }
    return status >= 0;
  }

  /** HTTP status. */
  int status() {
    return status;
  }

  /** Milliseconds, -1 when it was not said. */
  int millis() {
    return millis;
  }

  /** The number behind a key that stands there; -1 when it does not. */
  private static int numberBehind(byte[] key, byte[] text, int at, int end) {
    if (at + key.length > end) {
      return -1;
    }
    for (int i = key.length - 1; i > 0; i--) {
      if (text[at + i] != key[i]) {
        return -1;
      }
    }
    int from = at + key.length;
    while (from < end && text[from] == ' ') {
      from++;
    }
    int value = -1;
    for (int i = from; i < end && i < from + 9 && text[i] >= '0' && text[i] <= '9'; i++) {
      value = Math.max(value, 0) * 10 + text[i] - '0';
    }
    return value;
  }
}
