package io.stormdrain.notifier.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;

/** Receivers and neighbours that answer with whatever could do harm on a page. */
public final class HostileWorld implements QuarkusTestResourceLifecycleManager {

  /** Would run as a script, as the end of an attribute, or as a template. */
  static final String TEXT =
      "<script>window.ran=1</script>\"'><img src=x onerror=window.ran=2>{frame.version}";

  /** The same, wider than any window, and turning what follows around. */
  static final String LONG = TEXT + "W".repeat(300) + "\u202e\u001b[31m";

  private static final JsonMapper JSON = new JsonMapper();

  private final HttpServer server;

  /** Answers nobody yet. */
  public HostileWorld() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Map<String, String> start() {
    server.createContext("/", HostileWorld::answer);
    server.start();
    String address = "http://127.0.0.1:" + server.getAddress().getPort();
    return Map.of(
        "stormdrain.notifier.slack.webhook-url",
        address + "/slack",
        "stormdrain.notifier.ingest.url",
        address,
        "stormdrain.notifier.analyzer.url",
        address,
        "stormdrain.notifier.ingest.token",
        "any");
  }

  @Override
  public void stop() {
    server.stop(0);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      String path = exchange.getRequestURI().getPath();
      if (path.equals("/slack") || !exchange.getRequestMethod().equals("GET")) {
        say(exchange, 400, path.equals("/slack") ? LONG : Map.of("detail", LONG));
      } else if (path.equals("/api/v1/signatures")) {
        say(exchange, 200, Map.of("signatures", List.of(signature())));
      } else if (path.startsWith("/api/v1/signatures")) {
        say(exchange, 200, signature());
      } else {
        say(exchange, 200, Map.of("sources", List.of(source()), "registry", LONG));
      }
    }
  }

  private static Map<String, Object> signature() {
    return Map.of(
        "id", LONG,
        "signal", LONG,
        "file", LONG,
        "origin", LONG,
        "patterns", List.of(LONG),
        "matches", List.of(LONG),
        "rejects", List.of(LONG));
  }

  private static Map<String, Object> source() {
    return Map.of(
        "id", TEXT,
        "app", LONG,
        "platform", LONG,
        "environment", LONG,
        "team", LONG,
        "places", List.of("registry"),
        "lines", Map.of("received", 1, "lost", 2, "refused", 3));
  }

  private static void say(HttpExchange exchange, int status, Object what) throws IOException {
    byte[] body = JSON.writeValueAsString(what).getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
