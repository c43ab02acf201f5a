package io.stormdrain.ingest.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Render's API, which knows one event and one key. */
final class RenderServer {
  static final String KILLED = "evt-killed";
  static final String KEY = "rnd-key-of-renders-api";

  private static final byte[] REASON =
      """
      {"id":"evt-killed","type":"server_failed","details":{"instanceID":"srv-c-sbpkm",
       "reason":{"oomKilled":{"memoryLimit":"512Mi"}}}}
      """
          .getBytes(UTF_8);

  private RenderServer() {}

  /** Its address; it ends with the JVM. */
  static String start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/v1/events/", RenderServer::answer);
      server.start();
      return "http://127.0.0.1:" + server.getAddress().getPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void answer(HttpExchange exchange) throws IOException {
    boolean known =
        exchange.getRequestURI().getPath().endsWith("/" + KILLED)
            && ("Bearer " + KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"));
    exchange.sendResponseHeaders(known ? 200 : 404, known ? REASON.length : -1);
    if (known) {
      exchange.getResponseBody().write(REASON);
    }
    exchange.close();
  }
}
