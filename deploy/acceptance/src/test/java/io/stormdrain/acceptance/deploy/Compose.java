package io.stormdrain.acceptance.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** docker-compose.yml, read. */
final class Compose {

  static final String FILE = "docker-compose.yml";

  private static final JsonNode ROOT = Checkout.yaml(FILE);

  private Compose() {}

  static JsonNode root() {
    return ROOT;
  }

  /** All services by name, ours and the others. */
  static Map<String, JsonNode> services() {
    Map<String, JsonNode> services = new LinkedHashMap<>();
    ROOT.path("services").properties().forEach(e -> services.put(e.getKey(), e.getValue()));
    return services;
  }

  static JsonNode service(String name) {
    return ROOT.path("services").path(name);
  }

  /** Runs once and ends well, as {@code topics}. */
  static boolean isOnce(JsonNode service) {
    return service.path("restart").asText().equals("no");
  }

  static Map<String, String> environment(JsonNode service) {
    Map<String, String> environment = new LinkedHashMap<>();
    service
        .path("environment")
        .properties()
        .forEach(e -> environment.put(e.getKey(), e.getValue().asText()));
    return environment;
  }

  static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }
}
