package io.stormdrain.local.settings;

import io.stormdrain.local.StormdrainException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code NAME=value} lines; {@code #} begins a comment line, quotes around a value are
 * dropped.
 */
public final class EnvFile {

  private static final Pattern LINE =
      Pattern.compile("(?:export\\s+)?(?<name>[A-Za-z_][A-Za-z0-9_]*)\\s*=(?<value>.*)");

  private EnvFile() {}

  /**
   * Reads a file.
   *
   * @throws StormdrainException when it cannot be read, or a line not be understood; never with the
   *     line itself, which may hold a secret
   */
  public static Map<String, String> read(Path file) {
    try {
      return parse(file.toString(), Files.readAllLines(file));
    } catch (IOException e) {
      throw new StormdrainException("cannot read the settings in " + file, e);
    }
  }

  static Map<String, String> parse(String name, List<String> lines) {
    Map<String, String> values = new TreeMap<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      Matcher setting = LINE.matcher(line);
      if (!setting.matches()) {
        throw new StormdrainException("%s line %d: expected NAME=value".formatted(name, i + 1));
      }
      values.put(setting.group("name"), unquoted(setting.group("value").strip()));
    }
    return values;
  }

  private static String unquoted(String value) {
    int last = value.length() - 1;
    boolean quoted =
        last > 0
            && (value.charAt(0) == '"' || value.charAt(0) == '\'')
            && value.charAt(last) == value.charAt(0);
    return quoted ? value.substring(1, last) : value;
  }
}
