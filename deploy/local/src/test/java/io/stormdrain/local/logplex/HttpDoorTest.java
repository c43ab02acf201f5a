package io.stormdrain.local.logplex;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.stormdrain.local.transcript.TranscriptParser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class HttpDoorTest {

  private final List<Map<String, String>> headers = new ArrayList<>();
  private final List<String> bodies = new ArrayList<>();
  private int status = 204;
  private HttpServer server;

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    server.createContext(
        "/logplex",
        exchange -> {
          Map<String, String> named = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
          exchange
              .getRequestHeaders()
              .forEach((name, values) -> named.put(name, values.getFirst()));
          headers.add(named);
          bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  private DrainAddress address() {
    return DrainAddress.parse("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private static Batch batch() {
    Batch batch = new Batch();
    batch.add(Frame.of(TranscriptParser.parse(1, "app[web.1]: x"), Instant.EPOCH).getFirst());
    return batch;
  }

  @Test
  void sendsTheHeadersOfLogplexAndNoOthers() throws Exception {
    Answer answer = new HttpDoor(address().with("s3cret")).post("0123", batch());

    assertThat(answer).isEqualTo(new Answer.Status(204));
    assertThat(headers.getFirst())
        .containsEntry("Authorization", "Basic ZHJhaW46czNjcmV0")
        .containsEntry("Content-Type", "application/logplex-1")
        .containsEntry("Logplex-Msg-Count", "1")
        .containsEntry("Logplex-Frame-Id", "0123")
        .containsEntry("User-Agent", "Logplex/v72")
        .containsEntry("Content-Length", Integer.toString(bodies.getFirst().length()))
        .hasEntrySatisfying("Logplex-Drain-Token", d -> assertThat(d).matches("d\\.[0-9a-f-]{36}"))
        .containsOnlyKeys(
            "Authorization",
            "Content-Length",
            "Content-Type",
            "Host",
            "Logplex-Drain-Token",
            "Logplex-Frame-Id",
            "Logplex-Msg-Count",
            "User-Agent");
  }

  @Test
  void theDrainTokenStaysTheSameForOneSource() throws Exception {
    new HttpDoor(address().with("a")).post("0", batch());
    new HttpDoor(address().with("a")).post("1", batch());
    new HttpDoor(address().with("b")).post("2", batch());

    List<String> tokens = headers.stream().map(h -> h.get("Logplex-Drain-Token")).toList();
    assertThat(tokens.get(0)).isEqualTo(tokens.get(1)).isNotEqualTo(tokens.get(2));
  }

  @Test
  void theProbeBringsNoLineAndTellsWhetherItWasTurnedAway() throws Exception {
    assertThat(Probe.isTurnedAway(address().with("right"))).isFalse();
    status = 401;
    assertThat(Probe.isTurnedAway(address().with("wrong"))).isTrue();

    assertThat(bodies).containsExactly("", "");
    assertThat(headers.getFirst()).containsEntry("Logplex-Msg-Count", "0");
  }

  @Test
  void nobodyListeningIsNoConnection() throws Exception {
    DrainAddress address = address();
    server.stop(0);

    assertThat(new HttpDoor(address).post("0", batch())).isInstanceOf(Answer.NoConnection.class);
  }
}
