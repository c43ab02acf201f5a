package io.stormdrain.local.data;

import io.stormdrain.local.StormdrainException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * The file of the sources that may send. The ingest service reads it again when it changes; here it
 * is only ever appended to, so that what people write into it stays as it is.
 */
public final class SourcesFile {

  private static final String HEAD =
      """
      # Who may send logs here. The ingest service reads this file again within a second of a change.
      # A token is a secret: two are valid while you replace one.
      sources:
      """;

  private final Path file;

  /** A file that need not exist yet. */
  public SourcesFile(Path file) {
    this.file = file;
  }

  /** Where it is. */
  public Path path() {
    return file;
  }

  /**
   * The source of an app.
   *
   * @throws StormdrainException when the file cannot be read or understood
   */
  public Optional<Source> find(String app) {
    return all().stream().filter(source -> source.app().equals(app)).findFirst();
  }

  /**
   * The source that stands first in the file.
   *
   * @throws StormdrainException when the file cannot be read or understood
   */
  public Optional<Source> first() {
    return all().stream().findFirst();
  }

  /**
   * Adds a source with a new token for an app that has none.
   *
   * @throws StormdrainException when the name cannot be one, or the file not be written
   */
  public Source add(String app) {
    if (!app.matches("[a-z0-9][a-z0-9._-]{0,62}")) {
      throw new StormdrainException(
          "\"%s\" cannot be an app's name: use a-z, 0-9, dots and dashes".formatted(app));
    }
    List<Source> before = all();
    if (before.stream().anyMatch(source -> source.id().equals(app))) {
      throw new StormdrainException(
          "%s has a source with the id %s for another app".formatted(file, app));
    }
    String text = Files.exists(file) ? read() : HEAD;
    String longer = text + (text.endsWith("\n") ? "" : "\n") + entry(app, Token.random());
    Source added = lastOfOneMore(longer, before.size(), app);
    write(longer);
    return added;
  }

  /** Reads the text before anybody else can: what is laid out otherwise must stay as it is. */
  private Source lastOfOneMore(String text, int before, String app) {
    List<Source> sources;
    try {
      sources = sources(parse(text));
    } catch (StormdrainException e) {
      throw new StormdrainException(layout(app), e);
    }
    if (sources.size() != before + 1) {
      throw new StormdrainException(layout(app));
    }
    return sources.getLast();
  }

  private String layout(String app) {
    return "%s is not laid out as a list under \"sources:\"; add a source for %s there yourself"
        .formatted(file, app);
  }

  /** In quotes: a name such as {@code no} or {@code 12} would be read as something else. */
  private static String entry(String app, Token token) {
    return """
      - id: "%s"
        app: "%s"
        platform: heroku
        environment: production
        tokens: ["%s"]
    """
        .formatted(app, app, token.reveal());
  }

  private List<Source> all() {
    return Files.exists(file) ? sources(parse(read())) : List.of();
  }

  private List<Source> sources(Object yaml) {
    List<Source> sources = new ArrayList<>();
    if (yaml instanceof Map<?, ?> root && root.get("sources") instanceof List<?> entries) {
      entries.forEach(entry -> sources.add(source(entry)));
    }
    return sources;
  }

  private Object parse(String text) {
    try {
      return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    } catch (YAMLException e) {
      throw new StormdrainException(file + " is not YAML", e);
    }
  }

  private Source source(Object entry) {
    if (entry instanceof Map<?, ?> fields
        && fields.get("id") instanceof String id
        && fields.get("app") instanceof String app
        && fields.get("tokens") instanceof List<?> tokens
        && !tokens.isEmpty()) {
      return new Source(
          id, app, tokens.stream().map(token -> new Token(token.toString())).toList());
    }
    throw new StormdrainException(file + ": every source needs an id, an app and a list of tokens");
  }

  private String read() {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new StormdrainException("cannot read " + file, e);
    }
  }

  /** The door must never see half a file. */
  private void write(String text) {
    Path partial = file.resolveSibling(file.getFileName() + ".partial");
    try {
      Files.deleteIfExists(partial);
      Files.createFile(
          partial,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(partial, text);
      Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new StormdrainException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }
}
