package io.stormdrain.local;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which Kafka a command reads. */
final class KafkaOptions {

  private static final String SERVERS = "bootstrap.servers";

  @Option(
      names = "--kafka",
      paramLabel = "HOST:PORT",
      description =
          "Kafka's address; otherwise KAFKA_BOOTSTRAP_SERVERS, or that of the up that was started last.")
  @Nullable String servers;

  @Option(
      names = "--kafka-settings",
      paramLabel = "FILE",
      description = "Properties of Kafka's client: security.protocol, sasl.jaas.config, ...")
  @Nullable Path file;

  @Option(names = "--data", paramLabel = "DIR", description = "The data folder of up.")
  @Nullable Path data;

  Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(ofFile());
    if (servers != null || !settings.containsKey(SERVERS)) {
      settings.put(SERVERS, address());
    }
    return settings;
  }

  private String address() {
    String set = System.getenv("KAFKA_BOOTSTRAP_SERVERS");
    if (servers != null) {
      return servers;
    }
    if (set != null && !set.isBlank()) {
      return set;
    }
    return Home.current()
        .data(data)
        .running()
        .kafka()
        .orElseThrow(() ->
            new StormdrainException(
                "there is no Kafka to read: start ./stormdrain up first, or give --kafka"));
  }

  private Map<String, String> ofFile() {
    if (file == null) {
      return Map.of();
    }
    Properties properties = new Properties();
    try (Reader text = Files.newBufferedReader(file)) {
      properties.load(text);
    } catch (IOException | IllegalArgumentException e) {
      throw new StormdrainException("--kafka-settings cannot be read: " + e);
    }
    Map<String, String> settings = new HashMap<>();
    properties.stringPropertyNames().forEach(n -> settings.put(n, properties.getProperty(n)));
    return settings;
  }
}
