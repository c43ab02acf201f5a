package io.stormdrain.notifier.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Slack as a bot sees it; every call is kept, with its method in the field {@code method}. */
public final class TestSlackBot implements QuarkusTestResourceLifecycleManager {

  private static final JsonMapper JSON = new JsonMapper();

  private final Queue<JsonNode> calls = new ConcurrentLinkedQueue<>();
  private final AtomicInteger names = new AtomicInteger();
  private final HttpServer server;

  /** Starts nothing yet. */
  public TestSlackBot() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Map<String, String> start() {
    server.createContext("/api/", this::take);
    server.start();
    return Map.of(
        "stormdrain.notifier.slack.bot-token", "xoxb-test",
        "stormdrain.notifier.slack.channel", "C1",
        "stormdrain.notifier.slack.api-url",
            "http://127.0.0.1:" + server.getAddress().getPort() + "/api/");
  }

  @Override
  public void inject(TestInjector into) {
    into.injectIntoFields(calls, field -> field.getName().equals("calls"));
  }

  @Override
  public void stop() {
    server.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      ObjectNode call = (ObjectNode) JSON.readTree(exchange.getRequestBody().readAllBytes());
      String ts = call.path("ts").asText("1700." + names.incrementAndGet());
      calls.add(
          call.put("method", exchange.getRequestURI().getPath().substring("/api/".length()))
              .put("ts", ts));
      byte[] answer =
          "{\"ok\":true,\"channel\":\"C1\",\"ts\":\"%s\"}".formatted(ts).getBytes(UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }
}
