package io.stormdrain.bench.scanner;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stormdrain.bench.traffic.Traffic;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What is scanned: lines of healthy apps, and one of twenty that holds a literal.
 *
 * @param lines as the analyzer gets them
 * @param strings the same, for those who search in strings
 */
record ScannerText(byte[][] lines, String[] strings) {

  private static final int COUNT = 50_000;
  private static final int ONE_OF = 20;

  /**
   * Lines that hold these literals.
   *
   * @param literals of signatures that are in every set
   */
  static ScannerText holding(List<String> literals) {
    Traffic traffic = new Traffic(7);
    Random random = new Random(7);
    List<String> strings = new ArrayList<>(COUNT);
    for (int i = 0; i < COUNT; i++) {
      if (random.nextInt(ONE_OF) == 0) {
        String text = traffic.appText();
        String literal = literals.get(random.nextInt(literals.size()));
        strings.add(text.substring(0, Math.min(90, text.length())) + " " + literal + " (42)");
      } else {
        strings.add(traffic.next().text());
      }
    }
    return new ScannerText(
        strings.stream().map(line -> line.getBytes(UTF_8)).toArray(byte[][]::new),
        strings.toArray(String[]::new));
  }

  int count() {
    return lines.length;
  }

  double bytesPerLine() {
    long bytes = 0;
    for (byte[] line : lines) {
      bytes += line.length;
    }
    return (double) bytes / lines.length;
  }
}
