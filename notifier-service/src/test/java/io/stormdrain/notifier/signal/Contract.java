package io.stormdrain.notifier.signal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folder in which the producer of topic {@code signals} says what it promises. */
final class Contract {

  private static final Path CONTRACT =
      Path.of(System.getProperty("stormdrain.root"), "analyzer-service", "contract");
  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[^|]*) \\| (\\w+) \\|");

  private Contract() {}

  /** The golden samples, each by its name. */
  static Stream<String> samples() throws IOException {
    try (Stream<Path> files = Files.list(CONTRACT)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".json"))
          .sorted()
          .toList()
          .stream();
    }
  }

  static StoryEntry read(String sample) throws IOException {
    return SignalJson.read(kind(sample), Files.readAllBytes(CONTRACT.resolve(sample)));
  }

  static String kind(String sample) {
    return sample.substring(0, sample.indexOf('-'));
  }

  static ObjectNode tree(String sample) throws IOException {
    return (ObjectNode) JSON.readTree(Files.readAllBytes(CONTRACT.resolve(sample)));
  }

  /** The fields that the contract's tables call required. */
  static Set<String> required(String kind) throws IOException {
    String readme = Files.readString(CONTRACT.resolve("README.md"));
    int from = readme.indexOf("## kind `" + kind + "`");
    int next = readme.indexOf("\n## ", from + 1);
    Matcher row = ROW.matcher(readme.substring(from, next));
    Set<String> required = new HashSet<>();
    while (row.find()) {
      if (row.group(2).equals("required")) {
        required.addAll(List.of(row.group(1).replace("`", "").split(", ")));
      }
    }
    assertThat(required).contains("source", "app", "platform");
    return required;
  }
}
