package io.stormdrain.notifier.threshold;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The alert rules that come with Stormdrain. */
public final class ShippedRules {

  private static final String FOLDER = "/alerts/";

  private ShippedRules() {}

  /**
   * Reads them from the files that {@code alerts/files.txt} lists.
   *
   * @throws RuleException when a file breaks a rule
   */
  public static AlertRules rules() {
    return pack(List.of()).rules();
  }

  /**
   * Reads them with others beside them, which take the place of shipped ones of the same id.
   *
   * @throws RuleException when a file breaks a rule
   */
  public static RulePack pack(List<RuleText> own) {
    return pack(own, List.of());
  }

  /**
   * Reads them with others beside them, and with a draft that takes the place of all of the same
   * id.
   *
   * @throws RuleException when a file breaks a rule
   */
  public static RulePack pack(List<RuleText> own, List<RuleText> draft) {
    RuleReader reader = new RuleReader();
    try (InputStream groups = open("groups.yaml")) {
      reader.groups("alerts/groups.yaml", groups);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (List<RuleText> layer : List.of(texts(), own, draft)) {
      layer.forEach(file -> reader.read(file.name(), new ByteArrayInputStream(file.yaml())));
      reader.overriding();
    }
    return reader.pack();
  }

  /** Their files. */
  public static List<RuleText> texts() {
    List<RuleText> texts = new ArrayList<>();
    try {
      for (String file : files()) {
        try (InputStream yaml = open(file)) {
          texts.add(new RuleText("alerts/" + file, yaml.readAllBytes()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  private static List<String> files() throws IOException {
    try (InputStream list = open("files.txt")) {
      return new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .toList();
    }
  }

  private static InputStream open(String file) {
    InputStream stream = ShippedRules.class.getResourceAsStream(FOLDER + file);
    if (stream == null) {
      throw new IllegalStateException("resource " + FOLDER + file + " is not on the class path");
    }
    return stream;
  }
}
