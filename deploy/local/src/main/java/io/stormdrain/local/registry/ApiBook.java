package io.stormdrain.local.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stormdrain.local.data.Draft;
import io.stormdrain.local.data.Token;
import io.stormdrain.local.service.ServiceApi;
import io.stormdrain.local.service.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The registry of a running service. */
public final class ApiBook implements SourceBook {
  private static final String SOURCES = "/api/v1/sources";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Table TABLE =
      new Table(
          "id",
          "app",
          "platform",
          "environment",
          "team",
          "in",
          "lines",
          "lost",
          "refused",
          "seen",
          "tokens");

  private final ServiceApi api;

  /** Behind this API. */
  public ApiBook(ServiceApi api) {
    this.api = api;
  }

  /** Is there a registry? A service may have a file of sources alone. */
  public boolean isThere() throws InterruptedException {
    return !api.get(SOURCES + "?limit=1").path("registry").asText("off").equals("off");
  }

  @Override
  public String name() {
    return "the registry";
  }

  @Override
  public List<String> lines() throws InterruptedException {
    List<JsonNode> rows = new ArrayList<>();
    String page = SOURCES;
    while (page != null) {
      JsonNode answer = api.get(page);
      answer.path("sources").forEach(source -> rows.add(row(source)));
      String next = answer.path("next").textValue();
      page = next == null ? null : SOURCES + "?cursor=" + ServiceApi.encoded(next);
    }
    return TABLE.lines(rows);
  }

  private static JsonNode row(JsonNode source) {
    ObjectNode row = JSON.createObjectNode();
    for (String field : List.of("id", "app", "platform", "environment", "team")) {
      row.set(field, source.path(field));
    }
    row.set("in", source.path("places"));
    row.set("lines", source.path("lines").path("received"));
    row.set("lost", source.path("lines").path("lost"));
    row.set("refused", source.path("lines").path("refused"));
    row.put("seen", source.path("lastSeen").asText("never"));
    row.put("tokens", source.path("tokens").size() > 1 ? "2: one is being replaced" : "");
    return row;
  }

  @Override
  public Token add(Draft draft) throws InterruptedException {
    JsonNode added = api.post(SOURCES, said(draft));
    String token = added.path("token").asText("");
    return token.isEmpty() ? Token.of(draft.tokens().getFirst()) : Token.of(token);
  }

  private static Map<String, Object> said(Draft draft) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("id", draft.id());
    said.put("app", draft.app());
    said.put("platform", draft.platform());
    put(said, "environment", draft.environment());
    put(said, "team", draft.team());
    put(said, "linesPerSecond", draft.linesPerSecond());
    said.put("secrets", draft.secrets());
    said.put("tokens", draft.tokens());
    return said;
  }

  private static void put(Map<String, Object> said, String field, @Nullable Object value) {
    if (value != null) {
      said.put(field, value);
    }
  }

  @Override
  public Token rotate(String id) throws InterruptedException {
    return Token.of(api.post(at(id) + "/tokens", Map.of()).path("token").asText());
  }

  @Override
  public void settle(String id) throws InterruptedException {
    api.delete(at(id) + "/tokens/before");
  }

  @Override
  public void remove(String id) throws InterruptedException {
    api.delete(at(id));
  }

  /** How the file of sources and the registry differ, a line each. */
  public List<String> drift() throws InterruptedException {
    List<String> lines = new ArrayList<>();
    api.get("/api/v1/drift")
        .forEach(one ->
            lines.add(
                "%s: %s %s"
                    .formatted(
                        one.path("source").asText(),
                        one.path("kind").asText().replace('-', ' '),
                        one.path("detail").asText())
                    .strip()));
    return lines;
  }

  private static String at(String id) {
    return SOURCES + '/' + ServiceApi.encoded(id);
  }
}
