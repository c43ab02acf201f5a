package io.stormdrain.ingest.syslog;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.stormdrain.ingest.message.Moment;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * The header of RFC 3164: {@code <34>Oct 11 22:14:15 mymachine su[230]: text}. Its time has neither
 * year nor zone, and any of its parts may be missing.
 */
final class OldSyslog {
  private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
  private static final int TIME = 15;
  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_TAG = 64;

  /** A zone moves a time by a quarter of an hour at least: what is nearer than that is UTC. */
  private static final Duration NEAR = Duration.ofMinutes(10);

  private OldSyslog() {}

  static SyslogHeader read(byte[] b, int from, int priority, long received) {
    if (!isTime(b, from)) {
      return tagged(b, from, "", new Untagged(priority, Moment.NONE));
    }
    Moment moment = moment(new String(b, from, TIME, US_ASCII), received);
    int at = from + TIME + 1;
    int host = afterHost(b, at);
    String name = host > at ? text(b, at, host - 1) : "";
    return tagged(b, host, name, new Untagged(priority, moment));
  }

  private record Untagged(int priority, Moment moment) {}

  private static SyslogHeader tagged(byte[] b, int from, String host, Untagged rest) {
    int tag = afterTag(b, from);
    if (tag == from) {
      return new SyslogHeader(rest.priority(), rest.moment(), host, "", "", "", from);
    }
    int name = from;
    while (b[name] != '[' && b[name] != ':') {
      name++;
    }
    String process = b[name] == '[' ? text(b, name + 1, indexOf(b, ']', name, tag)) : "";
    int message = tag < b.length && b[tag] == ' ' ? tag + 1 : tag;
    return new SyslogHeader(
        rest.priority(), rest.moment(), host, text(b, from, name), process, "", message);
  }

  private static boolean isTime(byte[] b, int at) {
    return at + TIME < b.length
        && b[at + TIME] == ' '
        && b[at + 3] == ' '
        && b[at + 6] == ' '
        && b[at + 9] == ':'
        && b[at + 12] == ':'
        && MONTHS.indexOf(text(b, at, at + 3)) % 3 == 0;
  }

  private static Moment moment(String text, long received) {
    LocalDateTime now = LocalDateTime.ofInstant(Instant.ofEpochMilli(received), ZoneOffset.UTC);
    try {
      LocalDateTime time =
          LocalDateTime.of(
              now.getYear(),
              MONTHS.indexOf(text.substring(0, 3)) / 3 + 1,
              number(text, 4),
              number(text, 7),
              number(text, 10),
              number(text, 13));
      // In January December is over.
      long nearest = time.isAfter(now.plusDays(1)) ? -1 : 0;
      long millis = time.plusYears(nearest).toInstant(ZoneOffset.UTC).toEpochMilli();
      return Math.abs(millis - received) <= NEAR.toMillis()
          ? Moment.ofMillis(millis)
          : new Moment(Moment.UNKNOWN, text);
    } catch (DateTimeException | NumberFormatException e) {
      return new Moment(Moment.UNKNOWN, text);
    }
  }

  private static int number(String text, int at) {
    return Integer.parseInt(text.substring(at, at + 2).strip());
  }

  /** Behind the host name and its space; a tag that stands in its place has a colon. */
  private static int afterHost(byte[] b, int from) {
    int at = from;
    while (at < b.length && b[at] > ' ' && b[at] != ':' && b[at] != '[') {
      at++;
    }
    boolean name = at > from && at < b.length && b[at] == ' ' && at - from <= LONGEST_NAME;
    return name ? at + 1 : from;
  }

  /** Behind {@code name:} or {@code name[1]:}; {@code from} when there is no such tag. */
  private static int afterTag(byte[] b, int from) {
    int at = from;
    while (at < b.length && at - from <= LONGEST_TAG && b[at] > ' ' && b[at] != ':') {
      at++;
    }
    boolean tag = at > from && at < b.length && b[at] == ':' && at - from <= LONGEST_TAG;
    return tag ? at + 1 : from;
  }

  private static int indexOf(byte[] b, char wanted, int from, int to) {
    int at = from;
    while (at < to && b[at] != wanted) {
      at++;
    }
    return at;
  }

  private static String text(byte[] b, int from, int to) {
    return new String(b, from, Math.max(0, to - from), UTF_8);
  }
}
