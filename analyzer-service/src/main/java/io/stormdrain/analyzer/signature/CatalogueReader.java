package io.stormdrain.analyzer.signature;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Reads catalogue files, strictly: an unknown key, a missing sample or a sample that does not do
 * what it should stops the reading with file, line and reason.
 */
public final class CatalogueReader {

  private static final ObjectMapper YAML =
      YAMLMapper.builder(
              YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final List<Signature> signatures = new ArrayList<>();
  private final Set<String> own = new HashSet<>();

  /** Reads one file of signatures, a YAML list; {@code name} is what messages call it. */
  public CatalogueReader read(String name, InputStream yaml) {
    return read(name, yaml, this::add);
  }

  /** Reads a file of a user: its signatures take the place of those with the same id. */
  public CatalogueReader readOwn(CatalogueFile file) {
    return read(file.name(), file.open(), this::put);
  }

  private CatalogueReader read(String name, InputStream yaml, Consumer<Signature> place) {
    try (JsonParser parser = YAML.createParser(yaml)) {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        throw new CatalogueException(name, 1, "expected a list of signatures");
      }
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        int line = parser.currentTokenLocation().getLineNr();
        take(name, line, YAML.readValue(parser, SignatureFile.class), place);
      }
      return this;
    } catch (UnrecognizedPropertyException e) {
      String known =
          e.getKnownPropertyIds().stream().map(String::valueOf).collect(Collectors.joining(", "));
      throw new CatalogueException(
          name, line(e), "unknown key '" + e.getPropertyName() + "', known are " + known);
    } catch (JsonProcessingException e) {
      throw new CatalogueException(name, line(e), e.getOriginalMessage());
    } catch (IOException e) {
      throw new CatalogueException(name, 0, "cannot be read: " + e.getMessage());
    }
  }

  /** The catalogue of all files read. */
  public Catalogue catalogue() {
    return new Catalogue(signatures);
  }

  private static void take(
      String name, int line, SignatureFile written, Consumer<Signature> place) {
    try {
      Signature signature = written.signature(name + ":" + line);
      Samples.check(signature);
      place.accept(signature);
    } catch (IllegalArgumentException e) {
      throw new CatalogueException(
          name, line, "signature '" + written.id() + "': " + e.getMessage());
    }
  }

  private void add(Signature signature) {
    if (index(signature.id()) >= 0) {
      throw new IllegalArgumentException("is there twice");
    }
    signatures.add(signature);
  }

  /** A user's signature stands where the one stood whose place it takes: order is of meaning. */
  private void put(Signature signature) {
    if (!own.add(signature.id())) {
      throw new IllegalArgumentException("is there twice");
    }
    int shipped = index(signature.id());
    if (shipped < 0) {
      signatures.add(signature);
    } else {
      signatures.set(shipped, signature);
    }
  }

  private int index(String id) {
    for (int i = 0; i < signatures.size(); i++) {
      if (signatures.get(i).id().equals(id)) {
        return i;
      }
    }
    return -1;
  }

  private static int line(JsonProcessingException e) {
    return e.getLocation() == null ? 0 : e.getLocation().getLineNr();
  }
}
