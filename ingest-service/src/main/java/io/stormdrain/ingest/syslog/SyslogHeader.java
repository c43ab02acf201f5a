package io.stormdrain.ingest.syslog;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.stormdrain.ingest.message.Moment;
import io.stormdrain.ingest.message.StructuredData;
import org.jspecify.annotations.Nullable;

/**
 * What stands before a message. Fields that are {@code -} are empty.
 *
 * @param priority PRI
 * @param application APP-NAME, or the tag of RFC 3164
 * @param process PROCID, or the number in the tag
 * @param id MSGID
 * @param message where the message begins
 */
record SyslogHeader(
    int priority,
    Moment moment,
    String host,
    String application,
    String process,
    String id,
    int message) {
  /** RFC 5424 6 allows 255 for a host name, and less for all others. */
  private static final int LONGEST_FIELD = 255;

  private static final int HIGHEST_PRIORITY = 191;

  /**
   * Null when there is none.
   *
   * @param received milliseconds since 1970 UTC
   */
  static @Nullable SyslogHeader read(byte[] frame, long received) {
    int close = priorityEnd(frame);
    if (close < 0) {
      return null;
    }
    int priority = Integer.parseInt(new String(frame, 1, close - 1, US_ASCII));
    if (priority > HIGHEST_PRIORITY) {
      return null;
    }
    int at = close + 1;
    return isVersion(frame, at)
        ? fields(new Cursor(frame, at + 2), priority)
        : OldSyslog.read(frame, at, priority, received);
  }

  /** The bracket that closes PRI; -1 when there is none. */
  private static int priorityEnd(byte[] frame) {
    int at = 1;
    while (at < frame.length && at <= 3 && isDigit(frame[at])) {
      at++;
    }
    boolean priority = at > 1 && at < frame.length && frame[0] == '<' && frame[at] == '>';
    return priority ? at : -1;
  }

  private static boolean isVersion(byte[] frame, int at) {
    return at + 1 < frame.length && frame[at] >= '1' && frame[at] <= '9' && frame[at + 1] == ' ';
  }

  /** RFC 5424; the structured data that Heroku leaves out may be there or not. */
  private static @Nullable SyslogHeader fields(Cursor cursor, int priority) {
    String time = cursor.field();
    String host = cursor.field();
    String application = cursor.field();
    String process = cursor.field();
    String id = cursor.field();
    if (cursor.failed) {
      return null;
    }
    int message = StructuredData.skip(cursor.frame, cursor.at, cursor.frame.length);
    return new SyslogHeader(
        priority,
        Moment.ofText(time),
        host,
        application,
        process,
        id,
        afterMark(cursor.frame, message));
  }

  /** A byte order mark says that what follows is UTF-8. */
  private static int afterMark(byte[] b, int at) {
    boolean mark =
        at + 2 < b.length
            && b[at] == (byte) 0xEF
            && b[at + 1] == (byte) 0xBB
            && b[at + 2] == (byte) 0xBF;
    return mark ? at + 3 : at;
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  /** Walks over fields that are followed by one space. */
  static final class Cursor {
    private final byte[] frame;
    private int at;
    private boolean failed;

    Cursor(byte[] frame, int at) {
      this.frame = frame;
      this.at = at;
    }

    String field() {
      int from = at;
      while (at < frame.length && frame[at] != ' ' && frame[at] != '\n') {
        at++;
      }
      boolean ends = at == frame.length || frame[at] == ' ';
      failed |= at == from || !ends || at - from > LONGEST_FIELD;
      String text = failed ? "" : new String(frame, from, at - from, UTF_8);
      at = Math.min(frame.length, at + 1);
      return text.equals("-") ? "" : text;
    }
  }
}
