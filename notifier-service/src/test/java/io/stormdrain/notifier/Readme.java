package io.stormdrain.notifier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Tables of the service's README. */
final class Readme {

  private static final Path FILE =
      Path.of(System.getProperty("stormdrain.root"), "notifier-service", "README.md");

  private Readme() {}

  /** Rows under a heading whose first cell begins so; cells without their back quotes. */
  static List<List<String>> rows(String heading, String begin) {
    String text = text();
    int from = text.indexOf("\n" + heading + "\n") + 1 + heading.length();
    int to = text.indexOf("\n#", from);
    return text.substring(from, to < 0 ? text.length() : to)
        .lines()
        .filter(line -> line.startsWith("| `" + begin))
        .map(line ->
            Stream.of(line.substring(1, line.length() - 1).split("\\|", -1))
                .map(cell -> cell.strip().replace("`", ""))
                .toList())
        .toList();
  }

  private static String text() {
    try {
      return Files.readString(FILE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
