package io.stormdrain.ingest.redact;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines of a file in which the secrets are made up anew for each seed. */
final class Corpus {
  private static final Pattern MADE_UP = Pattern.compile("\\{([ahbwud])(\\d+)}|\\{(x)}");
  private static final Pattern SECRET = Pattern.compile("«(.*?)»");
  private static final String DIGITS = "0123456789";
  private static final String HEX = DIGITS + "abcdef";
  private static final String CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String ALNUM = DIGITS + CAPITALS + "abcdefghijklmnopqrstuvwxyz";

  /**
   * A line and what must become of it.
   *
   * @param template as it stands in the file
   */
  record Line(String template, String text, String redacted) {}

  private Corpus() {}

  static List<Line> of(String file, long seed) throws IOException {
    Random random = new Random(seed);
    return templates(file).map(template -> line(template, random)).toList();
  }

  private static java.util.stream.Stream<String> templates(String file) throws IOException {
    try (InputStream in = Corpus.class.getResourceAsStream("/redact/" + file)) {
      byte[] bytes = Objects.requireNonNull(in, file).readAllBytes();
      return new String(bytes, UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"));
    }
  }

  private static Line line(String template, Random random) {
    String filled =
        MADE_UP.matcher(template.replace("¦", "")).replaceAll(form -> made(form, random));
    Matcher secret = SECRET.matcher(filled);
    return new Line(template, secret.replaceAll("$1"), secret.replaceAll("[redacted]"));
  }

  private static String made(MatchResult form, Random random) {
    if (form.group(3) != null) {
      return new UUID(random.nextLong(), random.nextLong()).toString();
    }
    int length = Integer.parseInt(form.group(2));
    String alphabet =
        switch (form.group(1)) {
          case "a" -> ALNUM;
          case "h" -> HEX;
          case "b" -> ALNUM + "+/";
          case "w" -> ALNUM + "_-";
          case "u" -> CAPITALS + "234567";
          default -> DIGITS;
        };
    StringBuilder made = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      made.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return made.toString();
  }
}
