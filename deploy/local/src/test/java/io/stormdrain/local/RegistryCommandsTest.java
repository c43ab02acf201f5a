package io.stormdrain.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.stormdrain.local.data.DataFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands about sources where a service with a registry runs, played by the test. */
final class RegistryCommandsTest {

  @TempDir private Path temporary;

  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final Queue<String> asked = new ConcurrentLinkedQueue<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private HttpServer server;
  private DataFolder folder;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    folder = new DataFolder(temporary.resolve("data"));
    folder.open();
    folder.adminToken().get();
    folder
        .running()
        .noteAddresses(
            "http://127.0.0.1:" + server.getAddress().getPort(),
            "http://127.0.0.1:1",
            "127.0.0.1:1");
    answers.put("GET /api/v1/sources", "{\"registry\":\"in-force\",\"sources\":[]}");
  }

  private void answer(HttpExchange exchange) throws IOException {
    String said = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    String shown = exchange.getRequestHeaders().getFirst("Authorization");
    String at = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
    asked.add(at + " " + said);
    boolean let = ("Bearer " + folder.adminToken().get().reveal()).equals(shown);
    String known = let ? answers.get(at) : null;
    byte[] body = (known == null ? "{\"detail\":\"no\"}" : known).getBytes(UTF_8);
    exchange.sendResponseHeaders(known == null ? 404 : 200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private int sources(String... arguments) {
    List<String> all = new ArrayList<>(List.of("sources"));
    all.addAll(Arrays.asList(arguments));
    all.addAll(List.of("--data", folder.path().toString()));
    PrintStream before = System.out;
    System.setOut(new PrintStream(out, true, UTF_8));
    try {
      return Stormdrain.commandLine().execute(all.toArray(String[]::new));
    } finally {
      System.setOut(before);
    }
  }

  @Test
  void aSourceIsAddedToTheRegistryAndItsTokenIsPrinted() {
    answers.put("POST /api/v1/sources", "{\"source\":\"shop\",\"token\":\"new-token\"}");

    assertThat(sources("add", "shop", "--platform", "heroku", "--team", "payments")).isZero();

    assertThat(asked)
        .last()
        .asString()
        .startsWith(
            "POST /api/v1/sources {\"id\":\"shop\",\"app\":\"shop\",\"platform\":\"heroku\"")
        .contains("\"team\":\"payments\"");
    assertThat(out.toString(UTF_8))
        .contains("added source shop to the registry", "https://drain:new-token@");
    assertThat(folder.sources().path()).doesNotExist();
  }

  @Test
  void lossesAndWhenItWasSeenAreListed() {
    answers.put(
        "GET /api/v1/sources",
        """
        {"registry": "in-force", "sources": [{"id": "shop", "app": "shop", "platform": "heroku",
         "places": ["file", "registry"], "lines": {"received": 12, "lost": 3, "refused": 1},
         "lastSeen": "2026-03-01T10:00:00Z", "tokens": [{}, {}]}]}
        """);

    assertThat(sources("list")).isZero();

    assertThat(out.toString(UTF_8).lines().toList())
        .containsExactly(
            "id    app   platform  in              lines  lost  refused  seen                  tokens",
            "shop  shop  heroku    file; registry  12     3     1        2026-03-01T10:00:00Z  2: one is being replaced");
  }

  @Test
  void aTokenIsReplacedAndASourceRemoved() {
    answers.put("POST /api/v1/sources/shop/tokens", "{\"token\":\"second\"}");
    answers.put("DELETE /api/v1/sources/shop/tokens/before", "");
    answers.put("DELETE /api/v1/sources/shop", "");

    assertThat(sources("rotate", "shop")).isZero();
    assertThat(sources("rotate", "shop", "--finish")).isZero();
    assertThat(sources("remove", "shop")).isZero();

    assertThat(out.toString(UTF_8)).contains("second");
  }

  @Test
  void manySourcesAreAddedAndThoseThatAreNotAreSaid() throws Exception {
    Path file =
        Files.writeString(
            temporary.resolve("many.yaml"),
            """
            sources:
              - {app: shop, platform: heroku, lines-per-second: 50}
              - {id: blog-live, app: blog, platform: render, tokens: [a-token-that-it-has-already]}
            """);
    answers.put("POST /api/v1/sources", "{\"token\":\"made\"}");

    assertThat(sources("bulk", file.toString())).isZero();

    assertThat(out.toString(UTF_8).lines())
        .containsExactly("shop\tmade", "blog-live\t(its own token)");
    assertThat(asked).anyMatch(one -> one.contains("\"linesPerSecond\":50"));
    answers.remove("POST /api/v1/sources");
    assertThat(sources("bulk", file.toString())).isEqualTo(1);
  }

  @Test
  void driftIsPrintedAndIsAFailure() {
    answers.put("GET /api/v1/drift", "[]");
    assertThat(sources("drift")).isZero();

    answers.put(
        "GET /api/v1/drift", "[{\"kind\":\"only-in-file\",\"source\":\"shop\",\"detail\":\"\"}]");
    assertThat(sources("drift")).isEqualTo(1);
    assertThat(out.toString(UTF_8)).contains("shop: only in file");
  }

  @Test
  void whereThereIsNoRegistryTheFileIsChanged() {
    answers.put("GET /api/v1/sources", "{\"registry\":\"off\",\"sources\":[]}");

    assertThat(sources("add", "shop")).isZero();

    assertThat(folder.sources().path()).exists();
  }
}
