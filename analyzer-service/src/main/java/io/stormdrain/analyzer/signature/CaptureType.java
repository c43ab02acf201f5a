package io.stormdrain.analyzer.signature;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a field of a template may hold, and the value it becomes. */
public enum CaptureType {
  /** Anything up to the literal that follows, or to the end of the line. */
  TEXT,
  /** Letters, digits and {@code _ . - : / @}: a module, a path without spaces, a code. */
  WORD,
  /** A run without white space. */
  TOKEN,
  /** Digits; becomes a whole number. */
  INT,
  /** Digits with a fraction; becomes a decimal number. */
  NUMBER,
  /** {@code 1.2G}, {@code 870M}, {@code 512Mi}, {@code 300kB}; becomes bytes, 1,024 to the step. */
  SIZE,
  /** {@code 30000ms}, {@code 12.5s}, {@code 5m}; becomes milliseconds. */
  DURATION;

  static CaptureType of(String word) {
    try {
      return valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "unknown field type '"
              + word
              + "', expected text, word, token, int, number, size or duration");
    }
  }

  boolean accepts(byte b) {
    return switch (this) {
      case TEXT -> b != '\n';
      case TOKEN -> b > ' ' || b < 0;
      case WORD -> isWord(b);
      case INT -> isDigit(b);
      case NUMBER -> isDigit(b) || b == '.' || b == '-';
      case SIZE, DURATION -> isDigit(b) || b == '.' || isLetter(b);
    };
  }

  /** The value that the text stands for; null when it is not of this type. */
  @Nullable Object value(String text) {
    return switch (this) {
      case TEXT, WORD, TOKEN -> text;
      case INT -> text.length() > 18 ? null : Long.valueOf(text);
      case NUMBER -> decimal(text);
      case SIZE -> scaled(text, CaptureType::bytes);
      case DURATION -> scaled(text, CaptureType::milliseconds);
    };
  }

  private static @Nullable BigDecimal decimal(String text) {
    if (text.length() > 18) {
      return null;
    }
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private interface Unit {
    long factor(String unit);
  }

  private static @Nullable Long scaled(String text, Unit unit) {
    int letters = 0;
    while (letters < text.length() && !isLetter((byte) text.charAt(letters))) {
      letters++;
    }
    BigDecimal number = decimal(text.substring(0, letters));
    long factor = unit.factor(text.substring(letters).toLowerCase(Locale.ROOT));
    return number == null || factor == 0
        ? null
        : number.multiply(BigDecimal.valueOf(factor)).longValue();
  }

  /** Platforms write M and MB and mean MiB. */
  private static long bytes(String unit) {
    return switch (unit) {
      case "", "b", "bytes" -> 1;
      case "k", "kb", "ki", "kib" -> 1L << 10;
      case "m", "mb", "mi", "mib" -> 1L << 20;
      case "g", "gb", "gi", "gib" -> 1L << 30;
      case "t", "tb", "ti", "tib" -> 1L << 40;
      default -> 0;
    };
  }

  private static long milliseconds(String unit) {
    return switch (unit) {
      case "ms", "" -> 1;
      case "s", "sec", "seconds", "second" -> 1_000;
      case "m", "min", "minutes", "minute" -> 60_000;
      case "h", "hours", "hour" -> 3_600_000;
      default -> 0;
    };
  }

  private static boolean isWord(byte b) {
    return isLetter(b)
        || isDigit(b)
        || b == '_'
        || b == '.'
        || b == '-'
        || b == ':'
        || b == '/'
        || b == '@'
        || b < 0;
  }

  private static boolean isLetter(byte b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }
}
