package io.stormdrain.bench.latency;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes what an incoming webhook of Slack takes, and notes when an app was first spoken of. */
final class SlackDouble implements AutoCloseable {

  private static final byte[] OK = "ok".getBytes(UTF_8);

  private final HttpServer server;
  private final Pattern app;
  private final Map<String, Long> arrivals = new ConcurrentHashMap<>();

  /**
   * Listens.
   *
   * @param app what the names of the apps look like
   */
  SlackDouble(Pattern app) throws IOException {
    this.app = app;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/services/", this::take);
    server.start();
  }

  /** Its address, as Slack shows it once. */
  String webhook() {
    return "http://127.0.0.1:%d/services/T0/B0/bench".formatted(server.getAddress().getPort());
  }

  /** When the first message about each app was there, on {@link System#nanoTime}. */
  Map<String, Long> arrivals() {
    return arrivals;
  }

  private void take(HttpExchange exchange) throws IOException {
    String message = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    long now = System.nanoTime();
    Matcher name = app.matcher(message);
    while (name.find()) {
      arrivals.putIfAbsent(name.group(), now);
    }
    exchange.sendResponseHeaders(200, OK.length);
    exchange.getResponseBody().write(OK);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
