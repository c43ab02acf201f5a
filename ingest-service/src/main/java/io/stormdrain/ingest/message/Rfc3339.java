package io.stormdrain.ingest.message;

/**
 * Reads RFC 5424 timestamps by position: {@code 2026-03-01T10:00:00.123456+00:00}, with 0 to 9
 * digits of a second and {@code Z} or any offset. Logplex copies them unchecked from the app.
 */
public final class Rfc3339 {
  /** Not a time. Outside of every time that four digits of a year can name. */
  public static final long UNREADABLE = Long.MIN_VALUE;

  private static final int SECONDS_END = 19;
  private static final int[] DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  private Rfc3339() {}

  /** Microseconds since 1970 UTC, or {@link #UNREADABLE}. */
  public static long micros(byte[] text, int from, int to) {
    if (to - from <= SECONDS_END || !punctuated(text, from)) {
      return UNREADABLE;
    }
    long second = second(text, from);
    int at = from + SECONDS_END;
    long micros = 0;
    if (text[at] == '.') {
      int end = fractionEnd(text, at + 1, to);
      micros = fraction(text, at + 1, end);
      at = end;
    }
    long offset = offset(text, at, to);
    boolean readable = second != UNREADABLE && micros != UNREADABLE && offset != UNREADABLE;
    return readable ? (second - offset) * 1_000_000 + micros : UNREADABLE;
  }

  private static boolean punctuated(byte[] t, int i) {
    return t[i + 4] == '-'
        && t[i + 7] == '-'
        && (t[i + 10] | 0x20) == 't'
        && t[i + 13] == ':'
        && t[i + 16] == ':';
  }

  private static long second(byte[] t, int i) {
    int century = two(t, i);
    int yearInCentury = two(t, i + 2);
    int month = two(t, i + 5);
    int day = two(t, i + 8);
    int hour = two(t, i + 11);
    int minute = two(t, i + 14);
    int second = two(t, i + 17);
    // Any unreadable pair is -1, which makes the union negative.
    if ((century | yearInCentury | month | day | hour | minute | second) < 0) {
      return UNREADABLE;
    }
    int year = century * 100 + yearInCentury;
    if (!isDay(year, month, day) || hour > 23 || minute > 59 || second > 59) {
      return UNREADABLE;
    }
    return days(year, month, day) * 86_400 + hour * 3_600L + minute * 60L + second;
  }

  private static boolean isDay(int year, int month, int day) {
    if (month < 1 || month > 12 || day < 1 || day > DAYS[month - 1]) {
      return false;
    }
    boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return leap || month != 2 || day < 29;
  }

  /** Days since 1970-01-01 in the civil calendar, counted in years that begin in March. */
  private static long days(int year, int month, int day) {
    int y = month > 2 ? year : year - 1;
    int m = month > 2 ? month - 3 : month + 9;
    return 365L * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 719_469;
  }

  private static int fractionEnd(byte[] t, int from, int to) {
    int i = from;
    while (i < to && t[i] >= '0' && t[i] <= '9') {
      i++;
    }
    return i;
  }

  private static long fraction(byte[] t, int from, int to) {
    if (to - from > 9) {
      return UNREADABLE;
    }
    long micros = 0;
    for (int i = 0; i < 6; i++) {
      micros = micros * 10 + (from + i < to ? t[from + i] - '0' : 0);
    }
    return micros;
  }

  /** Seconds east of UTC of {@code Z}, {@code +hh:mm}, {@code +hhmm} or {@code +hh}. */
  private static long offset(byte[] t, int from, int to) {
    int length = to - from;
    if (length == 1) {
      return (t[from] | 0x20) == 'z' ? 0 : UNREADABLE;
    }
    boolean shaped = length == 3 || length == 5 || (length == 6 && t[from + 3] == ':');
    int sign = shaped ? sign(t[from]) : 0;
    return sign == 0 ? UNREADABLE : east(sign, two(t, from + 1), length == 3 ? 0 : two(t, to - 2));
  }

  private static int sign(byte b) {
    return b == '+' ? 1 : b == '-' ? -1 : 0;
  }

  private static long east(int sign, int hours, int minutes) {
    boolean readable = (hours | minutes) >= 0 && hours <= 18 && minutes <= 59;
    return readable ? sign * (hours * 3_600L + minutes * 60L) : UNREADABLE;
  }

  private static int two(byte[] t, int i) {
    int tens = t[i] - '0';
    int ones = t[i + 1] - '0';
    boolean digits = tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9;
    return digits ? tens * 10 + ones : -1;
  }
}
