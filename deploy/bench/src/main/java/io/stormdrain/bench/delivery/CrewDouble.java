package io.stormdrain.bench.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes webhooks as somebody does who needs 50 ms for each, asks for time while it is closed, and
 * never answers at another address.
 */
final class CrewDouble implements AutoCloseable {

  private static final Duration SLOW = Duration.ofMillis(50);
  private static final Pattern APP = Pattern.compile("\"app\":\"([a-z0-9-]+)\"");

  private final HttpServer server;
  private final CountDownLatch end = new CountDownLatch(1);
  private final Map<String, Long> arrivals = new ConcurrentHashMap<>();
  private volatile boolean open = true;

  CrewDouble() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/alive", this::take);
    server.createContext("/dead", this::swallow);
    server.start();
  }

  /** Where it takes what comes. */
  String alive() {
    return "http://127.0.0.1:%d/alive".formatted(server.getAddress().getPort());
  }

  /** Where it says nothing. */
  String dead() {
    return "http://127.0.0.1:%d/dead".formatted(server.getAddress().getPort());
  }

  /** From now on it takes nothing. */
  void closes() {
    open = false;
  }

  /** From now on it takes all. */
  void opens() {
    arrivals.clear();
    open = true;
  }

  /** When each app was first spoken of, on {@link System#nanoTime}. */
  Map<String, Long> arrivals() {
    return arrivals;
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      Matcher app = APP.matcher(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
      if (!open) {
        exchange.getResponseHeaders().add("Retry-After", "2");
        exchange.sendResponseHeaders(429, -1);
        return;
      }
      if (app.find()) {
        arrivals.putIfAbsent(app.group(1), System.nanoTime());
      }
      Thread.sleep(SLOW);
      exchange.sendResponseHeaders(204, -1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void swallow(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
  }
}
