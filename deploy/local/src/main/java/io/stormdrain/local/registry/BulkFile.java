package io.stormdrain.local.registry;

import io.stormdrain.local.StormdrainException;
import io.stormdrain.local.data.Draft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Sources to be added, as a YAML file of the same form as the file of sources. A source without
 * {@code tokens} gets one, and one without {@code id} is called as its app.
 */
public final class BulkFile {
  private final Path file;

  private BulkFile(Path file) {
    this.file = file;
  }

  /**
   * All of them, or none.
   *
   * @throws StormdrainException when it cannot be read or understood
   */
  public static List<Draft> read(Path file) {
    return new BulkFile(file).drafts();
  }

  private List<Draft> drafts() {
    if (!(yaml() instanceof Map<?, ?> root) || !(root.get("sources") instanceof List<?> entries)) {
      throw wrong("it has no list under \"sources:\"");
    }
    List<Draft> drafts = new ArrayList<>();
    for (Object entry : entries) {
      if (!(entry instanceof Map<?, ?> fields)) {
        throw wrong("an entry is not of the form {app: ..., platform: ...}");
      }
      drafts.add(draft(fields));
    }
    return drafts;
  }

  private Object yaml() {
    try {
      return new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
    } catch (YAMLException e) {
      throw wrong("it is not YAML");
    } catch (IOException e) {
      throw new StormdrainException("cannot read " + file, e);
    }
  }

  private Draft draft(Map<?, ?> fields) {
    String app = required(fields, "app");
    return new Draft(
        Objects.requireNonNullElse(text(fields, "id"), app),
        app,
        required(fields, "platform"),
        text(fields, "environment"),
        text(fields, "team"),
        fields.get("lines-per-second") instanceof Integer lines ? lines : null,
        texts(fields, "secrets"),
        texts(fields, "tokens"));
  }

  private String required(Map<?, ?> fields, String name) {
    String text = text(fields, name);
    if (text == null) {
      throw wrong("an entry has no " + name);
    }
    return text;
  }

  private static @Nullable String text(Map<?, ?> fields, String name) {
    Object value = fields.get(name);
    return value == null ? null : value.toString();
  }

  private static List<String> texts(Map<?, ?> fields, String name) {
    return fields.get(name) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  private StormdrainException wrong(String reason) {
    return new StormdrainException(file + ": " + reason);
  }
}
