package io.stormdrain.notifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** The other two services: one source, {@code shop}, and one signature. */
final class FakeNeighbours {

  static final String TOKEN = "adm1n-t0k3n";

  private static final String SIGNATURE =
      """
      {"id": "python-module-missing", "signal": "module.missing", "file": "python/modules.yaml:3",
       "origin": "app", "patterns": ["ModuleNotFoundError: No module named '{module:word}'"],
       "matches": ["ModuleNotFoundError: No module named 'bs4'"], "rejects": ["no module"]}
      """;

  private static final String RECOGNISED =
      """
      {"lines": 2, "recognised": [{"line": 2, "signature": "python-module-missing",
       "signal": "module.missing", "captures": {"module": "bs4"}}],
       "signals": [{"id": "0/2/python-module-missing", "type": "module.missing",
       "signature": "python-module-missing", "source": "trial", "app": "trial",
       "platform": "unknown", "time": "1970-01-01T00:00:01Z", "subject": "bs4",
       "captures": {"module": "bs4"}, "remediation": ["Add beautifulsoup4 to requirements.txt."],
       "evidence": {"partition": 0, "offset": 2,
       "line": "ModuleNotFoundError: No module named 'bs4'"}}]}
      """;

  private final AtomicLong received = new AtomicLong();
  private final HttpServer server;

  FakeNeighbours() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts it and says where it is. */
  String start() {
    server.createContext("/api/v1/sources", this::answer);
    server.createContext("/api/v1/signatures", FakeNeighbours::understand);
    server.start();
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Lines of the source. */
  AtomicLong received() {
    return received;
  }

  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
        say(exchange, 401, "{\"detail\": \"who are you?\"}");
        return;
      }
      switch (exchange.getRequestMethod()) {
        case "GET" ->
            say(exchange, 200, "{\"sources\": [" + source() + "], \"registry\": \"in-force\"}");
        case "POST" -> say(exchange, 201, "{\"source\": \"shop\", \"token\": \"n3w-t0k3n\"}");
        default -> exchange.sendResponseHeaders(204, -1);
      }
    }
  }

  private static void understand(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String last = path.substring(path.lastIndexOf('/') + 1);
      switch (last) {
        case "signatures" -> say(exchange, 200, "{\"signatures\": [" + SIGNATURE + "]}");
        case "python-module-missing" -> say(exchange, 200, SIGNATURE);
        case "test" -> say(exchange, 200, RECOGNISED);
        default -> say(exchange, 404, "{\"detail\": \"no signature is called " + last + "\"}");
      }
    }
  }

  private String source() {
    long lines = received.get();
    return """
    {"id": "shop", "app": "shop", "platform": "heroku", "environment": "production",
     "places": ["registry"], "secrets": 0, "created": "2026-02-10T03:00:00Z",
     "tokens": [{"created": "2026-02-10T03:00:00Z"}],
     "lines": {"received": %d, "lost": 0, "refused": 0}%s}
    """
        .formatted(lines, lines == 0 ? "" : ", \"lastSeen\": \"" + Instant.now() + '"');
  }

  private static void say(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
