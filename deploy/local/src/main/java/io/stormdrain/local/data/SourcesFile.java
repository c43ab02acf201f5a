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
 * The file of the sources that may send. The ingest service reads it again when it changes; here
 * one place of it is changed at a time, so that what people write into it stays as it is.
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
    return add(new Draft(app, app, "heroku", "production", null, null, List.of(), List.of()));
  }

  /** As above, with its own tokens if it has some. */
  public Source add(Draft draft) {
    List<Source> before = all();
    if (before.stream().anyMatch(source -> source.id().equals(draft.id()))) {
      throw new StormdrainException("%s has a source %s already".formatted(file, draft.id()));
    }
    String text = Files.exists(file) ? read() : HEAD;
    String open = text.replaceFirst("(?m)^sources: \\[]$", "sources:");
    String longer =
        open + (open.endsWith("\n") ? "" : "\n") + draft.entry(draft.tokensOr(Token.random()));
    Source added = lastOfOneMore(longer, before.size(), draft.id());
    write(longer);
    return added;
  }

  /**
   * Gives a source a new token; the one it had last stays valid.
   *
   * @return the source, its new token first
   */
  public Source rotate(String id) {
    return changed(id, List.of(Token.random(), required(id).tokens().getFirst()));
  }

  /** Takes back all tokens of a source but the newest. */
  public Source settle(String id) {
    return changed(id, List.of(required(id).tokens().getFirst()));
  }

  private Source changed(String id, List<Token> tokens) {
    String text = new SourcesText(read()).withTokens(id, tokens);
    List<Source> after = sources(parse(text));
    Source changed =
        after.stream().filter(source -> source.id().equals(id)).findFirst().orElseThrow();
    write(text);
    return changed;
  }

  /** Takes a source away: what it sends is refused from then on. */
  public void remove(String id) {
    int before = all().size();
    required(id);
    String text = new SourcesText(read()).without(id);
    if (sources(parse(text)).size() != before - 1) {
      throw new StormdrainException(layout(id));
    }
    write(text);
  }

  private Source required(String id) {
    return all().stream()
        .filter(source -> source.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new StormdrainException(file + " has no source " + id));
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
    return "%s is not laid out as a list under \"sources:\"; change %s there yourself"
        .formatted(file, app);
  }

  /** All of them, in their order. */
  public List<Source> all() {
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
      return new Source(id, app, tokens.stream().map(token -> Token.of(token.toString())).toList());
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
