package io.stormdrain.analyzer.remedy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** A list of {@code name value} lines; {@code #} begins a remark. */
final class Pairs {

  private Pairs() {}

  static Map<String, String> read(InputStream list) {
    Map<String, String> pairs = new HashMap<>();
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] words = line.replaceFirst("#.*", "").strip().split("\\s+", -1);
        if (words.length == 2) {
          pairs.put(words[0], words[1]);
        } else if (words.length > 2 || !words[0].isEmpty()) {
          throw new IllegalArgumentException("expected two words, got: " + line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(pairs);
  }
}
