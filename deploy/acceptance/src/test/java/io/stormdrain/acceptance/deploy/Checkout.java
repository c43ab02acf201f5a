package io.stormdrain.acceptance.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The repository's own files, by their path in it. */
final class Checkout {

  static final List<String> SERVICES = List.of("ingest", "analyzer", "notifier");

  private static final Path ROOT = Path.of(System.getProperty("stormdrain.root"));
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  private Checkout() {}

  static Path path(String name) {
    return ROOT.resolve(name);
  }

  static String text(String name) {
    return read(path(name));
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode json(String name) {
    try {
      return JSON.readTree(text(name));
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  /** As the services read their own: {@code on} is a name like any other. */
  static JsonNode plainYaml(String name) {
    try {
      return YAML.readTree(text(name));
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  /** With anchors and merges put in their places, which Jackson's reader does not do. */
  static JsonNode yaml(String name) {
    Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(text(name));
    return JSON.valueToTree(read);
  }

  /** As {@link #yaml}, of a file with several documents. */
  static List<JsonNode> yamls(String name) {
    List<JsonNode> documents = new ArrayList<>();
    new Yaml(new SafeConstructor(new LoaderOptions()))
        .loadAll(text(name))
        .forEach(read -> documents.add(JSON.valueToTree(read)));
    return documents;
  }

  /** What a service is configured with when nobody sets anything. */
  static Properties properties(String service) {
    Properties properties = new Properties();
    Path file = path(service + "-service/src/main/resources/application.properties");
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }

  static List<String> names(String folder) {
    try (Stream<Path> files = Files.list(path(folder))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
