package io.stormdrain.notifier.rulebook;

import io.stormdrain.notifier.threshold.RuleText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A folder of alert rules that users write: its {@code .yaml} and {@code .yml} files, by name. */
public final class RuleFolder {

  /** Rules are written by hand: what is larger is something else. */
  private static final long MAX_BYTES = 1 << 20;

  private RuleFolder() {}

  /**
   * Reads all files.
   *
   * @throws IOException when the folder or one of them cannot be read
   */
  public static List<RuleText> read(Path folder) throws IOException {
    List<RuleText> files = new ArrayList<>();
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path file : entries.filter(RuleFolder::isYaml).sorted().toList()) {
        if (Files.size(file) > MAX_BYTES) {
          throw new IOException(file + " is larger than " + MAX_BYTES + " bytes");
        }
        files.add(new RuleText(file.getFileName().toString(), Files.readAllBytes(file)));
      }
    }
    return files;
  }

  private static boolean isYaml(Path file) {
    String name = file.getFileName().toString();
    return (name.endsWith(".yaml") || name.endsWith(".yml")) && Files.isRegularFile(file);
  }
}
