package io.stormdrain.analyzer.remedy;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as people read them: {@code 1.2G}, {@code 41 s}. */
final class Quantity {

  private static final String[] SIZE_UNITS = {"B", "K", "M", "G", "T"};

  private Quantity() {}

  static String write(Object value, String format) {
    return switch (format) {
      case "size" -> value instanceof Number bytes ? size(bytes.doubleValue()) : value.toString();
      case "duration" -> value instanceof Number ms ? duration(ms.longValue()) : value.toString();
      default -> value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    };
  }

  private static String size(double bytes) {
    int unit = 0;
    double scaled = bytes;
    while (Math.abs(scaled) >= 1024 && unit < SIZE_UNITS.length - 1) {
      scaled /= 1024;
      unit++;
    }
    return rounded(scaled) + SIZE_UNITS[unit];
  }

  private static String duration(long ms) {
    if (ms < 1_000) {
      return ms + " ms";
    }
    if (ms < 120_000) {
      return rounded(ms / 1_000.0) + " s";
    }
    return ms < 7_200_000 ? ms / 60_000 + " min" : ms / 3_600_000 + " h";
  }

  private static String rounded(double number) {
    int scale = Math.abs(number) >= 1_000 ? 0 : 1;
    BigDecimal rounded = BigDecimal.valueOf(number).setScale(scale, RoundingMode.HALF_UP);
    return rounded.stripTrailingZeros().toPlainString();
  }
}
