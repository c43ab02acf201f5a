package io.stormdrain.ingest.source;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Reads the YAML file of sources. Strict: what it does not understand it refuses, with the line.
 *
 * <pre>
 * sources:
 *   - id: shop
 *     app: shop
 *     platform: heroku
 *     environment: production
 *     team: payments
 *     lines-per-second: 500
 *     tokens: [s3cret-of-at-least-20-characters]
 *     secrets: [what-its-platform-signs-with]
 * </pre>
 */
final class SourcesFile {
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .build();

  private record Entry(
      @Nullable String id,
      @Nullable String app,
      @Nullable String platform,
      @Nullable String environment,
      @Nullable String team,
      @JsonProperty("lines-per-second") @Nullable Integer linesPerSecond,
      @Nullable List<@Nullable String> tokens,
      @Nullable List<@Nullable String> secrets) {

    Source source() {
      return new Source(
          required("id", id),
          required("app", app),
          Platform.named(required("platform", platform)),
          environment,
          team,
          linesPerSecond,
          signingSecrets());
    }

    private List<SigningSecret> signingSecrets() {
      return Objects.requireNonNullElse(secrets, List.<@Nullable String>of()).stream()
          .map(secret -> SigningSecret.of(required("secrets", secret)))
          .toList();
    }

    List<SourceToken> acceptedTokens() {
      return required("tokens", tokens).stream()
          .map(token -> SourceToken.accepted(required("tokens", token)))
          .toList();
    }

    private static <T> T required(String key, @Nullable T value) {
      if (value == null) {
        throw new IllegalArgumentException("'" + key + "' is missing");
      }
      return value;
    }
  }

  private final String name;
  private final SourceSet sources = new SourceSet();

  private SourcesFile(String name) {
    this.name = name;
  }

  /**
   * Reads it whole or not at all.
   *
   * @param name of the file, for messages
   */
  static SourceSet read(String name, byte[] content) throws UnusableSourcesException {
    return new SourcesFile(name).read(content);
  }

  private SourceSet read(byte[] content) throws UnusableSourcesException {
    try (JsonParser parser = YAML.createParser(content)) {
      require(parser.nextToken() == JsonToken.START_OBJECT, parser, "begins with 'sources:'");
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String key = parser.currentName();
        require(key.equals("sources"), parser, "unknown key '" + key + "'");
        require(parser.nextToken() == JsonToken.START_ARRAY, parser, "sources: is a list");
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          add(parser);
        }
      }
      return sources;
    } catch (JsonProcessingException e) {
      throw new UnusableSourcesException(name, line(e), "not valid YAML, or a key is there twice");
    } catch (IOException e) {
      throw new UnusableSourcesException(name, 0, "cannot be read: " + e.getMessage());
    }
  }

  private void add(JsonParser parser) throws IOException, UnusableSourcesException {
    int line = line(parser.currentTokenLocation());
    try {
      Entry entry = parser.readValueAs(Entry.class);
      require(entry != null, parser, "an entry is empty");
      sources.add(entry.source(), entry.acceptedTokens());
    } catch (UnrecognizedPropertyException e) {
      String known = new TreeSet<>(e.getKnownPropertyIds()).toString();
      String reason = "unknown key '" + e.getPropertyName() + "', known are " + known;
      throw new UnusableSourcesException(name, line, reason);
    } catch (JsonMappingException e) {
      throw new UnusableSourcesException(name, line(e), "an entry is not of the expected form");
    } catch (IllegalArgumentException e) {
      throw new UnusableSourcesException(name, line, String.valueOf(e.getMessage()));
    }
  }

  private void require(boolean met, JsonParser parser, String rule)
      throws UnusableSourcesException {
    if (!met) {
      throw new UnusableSourcesException(name, line(parser.currentTokenLocation()), rule);
    }
  }

  private static int line(@Nullable JsonLocation location) {
    return location == null ? 0 : location.getLineNr();
  }

  /** Of the parser's own words only the line is used: the rest quotes the file and its tokens. */
  private static int line(JsonProcessingException e) {
    return e.getCause() instanceof MarkedYAMLException yaml
        ? yaml.getProblemMark().getLine() + 1
        : line(e.getLocation());
  }
}
