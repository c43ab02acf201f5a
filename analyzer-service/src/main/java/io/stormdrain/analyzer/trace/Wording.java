package io.stormdrain.analyzer.trace;

import com.google.re2j.Pattern;

/**
 * What stays the same in an error line that no signature knows: times, ids, addresses, paths and
 * numbers taken out, in this order. The same line has the same wording in every process and
 * version.
 *
 * @param template the line with placeholders
 */
public record Wording(String template) {

  /** Part of every id: whoever changes the masks raises it, and old ids do not mix with new. */
  static final String SCHEME = "1";

  private static final int MAX_LENGTH = 300;

  private record Mask(Pattern pattern, String placeholder) {
    static Mask of(String pattern, String placeholder) {
      return new Mask(Pattern.compile(pattern), placeholder);
    }
  }

  private static final Mask[] MASKS = {
    Mask.of(
        "\\d{4}[-/]\\d\\d[-/]\\d\\d[T ]\\d\\d:\\d\\d(?::\\d\\d)?(?:[.,]\\d+)?(?:Z| ?[+-]\\d\\d:?\\d\\d)?",
        "<time>"),
    Mask.of("\\b\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d+)?\\b", "<time>"),
    Mask.of(
        "(?i)\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b|\\b0x[0-9a-f]+\\b",
        "<id>"),
    Mask.of("\\b[a-z][a-z0-9+.-]*://[^\\s\"'<>]+", "<url>"),
    Mask.of("[\\w.+-]+@[\\w-]+\\.[\\w.-]+", "<mail>"),
    Mask.of("\\b\\d{1,3}(?:\\.\\d{1,3}){3}(?::\\d+)?\\b", "<address>"),
    Mask.of("(?:/[\\w.@~%+-]+){2,}", "<path>"),
    Mask.of("\\b[0-9a-f]*[0-9][0-9a-f]{6,}\\b", "<id>"),
    Mask.of("\\d+(?:[.,:]\\d+)*", "<n>"),
    Mask.of("\\s+", " "),
  };

  /** The wording of a line. */
  public static Wording of(String line) {
    String masked = line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH);
    for (Mask mask : MASKS) {
      masked = mask.pattern().matcher(masked).replaceAll(mask.placeholder());
    }
    return new Wording(masked.strip());
  }

  /** Twelve hexadecimal digits that stand for it. */
  public String id() {
    return Fingerprint.of("wording", SCHEME, template);
  }
}
