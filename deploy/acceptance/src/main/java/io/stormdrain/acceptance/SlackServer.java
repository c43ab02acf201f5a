package io.stormdrain.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Slack as far as a receiver of messages sees it: incoming webhooks and the two methods of its web
 * API. It keeps to Slack's documented limits, and refuses what Slack would refuse.
 */
public final class SlackServer implements AutoCloseable {

  /**
   * One request that was accepted.
   *
   * @param method {@code webhook}, or the method of the API
   * @param payload as it came
   * @param text all text that a reader sees
   * @param ts Slack's name of the message
   */
  public record Post(String method, JsonNode payload, String text, String ts) {}

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final List<Post> posts = new CopyOnWriteArrayList<>();
  private final List<String> refused = new CopyOnWriteArrayList<>();
  private final AtomicInteger sequence = new AtomicInteger();

  SlackServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/webhook", exchange -> accept(exchange, "webhook"));
    server.createContext(
        "/api/", exchange -> accept(exchange, exchange.getRequestURI().getPath().substring(5)));
    server.start();
  }

  String webhook() {
    return base() + "/webhook";
  }

  String api() {
    return base() + "/api/";
  }

  /** What was accepted of one app, in its order. */
  public List<Post> posts(String method, String app) {
    return posts.stream()
        .filter(post -> post.method().equals(method) && post.text().contains(app))
        .toList();
  }

  /** Everything that was accepted, in its order. */
  public List<Post> posts() {
    return List.copyOf(posts);
  }

  /** What Slack would have refused; a reason each. */
  public List<String> refused() {
    return List.copyOf(refused);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void accept(HttpExchange exchange, String method) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    JsonNode payload = JSON.readTree(body);
    String fault = SlackLimits.fault(payload);
    String ts = payload.path("ts").asText("1700000000." + sequence.incrementAndGet());
    if (fault.isEmpty()) {
      posts.add(new Post(method, payload, payload.toString(), ts));
    } else {
      refused.add(fault + ": " + body);
    }
    String answer =
        method.equals("webhook")
            ? fault.isEmpty() ? "ok" : "invalid_blocks"
            : fault.isEmpty()
                ? "{\"ok\":true,\"channel\":\"C1\",\"ts\":\"" + ts + "\"}"
                : "{\"ok\":false,\"error\":\"invalid_blocks\"}";
    boolean refusedByHook = method.equals("webhook") && !fault.isEmpty();
    byte[] bytes = answer.getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(refusedByHook ? 400 : 200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
