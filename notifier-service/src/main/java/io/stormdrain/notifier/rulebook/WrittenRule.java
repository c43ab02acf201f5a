package io.stormdrain.notifier.rulebook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stormdrain.notifier.threshold.RuleText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A rule as it is written in a file, for those who want to change it. */
public final class WrittenRule {

  private static final Pattern BEGIN = Pattern.compile("^ *- ");

  private WrittenRule() {}

  /**
   * Its lines, with their comments.
   *
   * @param files the later ones count more
   * @return empty when it is in none of them
   */
  public static String find(List<RuleText> files, String id) {
    Pattern named =
        Pattern.compile("^(?: *- | +)id: *[\"']?" + Pattern.quote(id) + "[\"']? *(?:#.*)?$");
    for (RuleText file : files.reversed()) {
      for (List<String> entry : entries(new String(file.yaml(), UTF_8))) {
        if (entry.stream().anyMatch(line -> named.matcher(line).matches())) {
          return String.join("\n", entry).stripTrailing() + "\n";
        }
      }
    }
    return "";
  }

  private static List<List<String>> entries(String text) {
    List<List<String>> entries = new ArrayList<>();
    int depth = -1;
    for (String line : text.lines().toList()) {
      boolean dash = BEGIN.matcher(line).find();
      depth = dash && depth < 0 ? line.indexOf('-') : depth;
      if (dash && line.indexOf('-') == depth) {
        entries.add(new ArrayList<>());
      }
      if (!entries.isEmpty()) {
        entries.getLast().add(line);
      }
    }
    return entries;
  }
}
