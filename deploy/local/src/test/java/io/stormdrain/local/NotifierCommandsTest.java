package io.stormdrain.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Commands that talk to the notifier's API, with an API that says what the test wants. */
final class NotifierCommandsTest {

  private static final String INCIDENT =
      """
      {"label":"INC-17","app":"shop","title":"web.1 \\u001b[31mcannot start","state":"open",
       "severity":"critical","openedAt":"2026-03-01T10:00:00Z"}\
      """;

  @TempDir private Path temporary;

  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final Queue<String> asked = new ConcurrentLinkedQueue<>();
  private final StringWriter err = new StringWriter();
  private HttpServer server;

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String said = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
          asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + said);
          String answer = answers.get(exchange.getRequestURI().getPath());
          byte[] body =
              (answer == null ? "{\"detail\":\"there is no incident INC-9\"}" : answer)
                  .getBytes(UTF_8);
          exchange.sendResponseHeaders(answer == null ? 404 : 200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void end() {
    server.stop(0);
  }

  @Test
  void incidentsAreListedOneALineWithoutWhatATerminalObeys() {
    answers.put("/api/v1/incidents", "{\"incidents\":[" + INCIDENT + "]}");

    assertThat(run("incidents", "--app", "a b"))
        .isEqualTo(
            List.of(
                "INC-17   critical open         2026-03-01 10:00:00 UTC  shop: web.1 cannot start"));
    assertThat(asked)
        .containsExactly(
            "GET /api/v1/incidents?limit=50&state=open&state=acknowledged&state=recovering&app=a%20b ");
  }

  @Test
  void whereNothingIsWrongThatIsSaid() {
    answers.put("/api/v1/incidents", "{\"incidents\":[]}");

    assertThat(run("incidents")).containsExactly("all quiet");
    assertThat(run("incidents", "--all")).containsExactly("no incidents");
  }

  @Test
  void somebodyLooksAfterAnIncident() {
    answers.put("/api/v1/incidents/INC-17/acknowledge", "{\"incident\":" + INCIDENT + "}");

    assertThat(run("ack", "INC-17", "--by", "ann")).hasSize(1);
    assertThat(asked).containsExactly("POST /api/v1/incidents/INC-17/acknowledge {\"by\":\"ann\"}");
  }

  @Test
  void whatIsNotThereIsSaidInOneLine() {
    assertThat(run("export", "INC-9")).isEmpty();
    assertThat(err.toString()).contains("says 404: there is no incident INC-9").hasLineCount(1);
  }

  @Test
  void aReportIsPrintedOrWritten() throws IOException {
    answers.put("/api/v1/incidents/INC-17/report", "# INC-17\n");
    Path file = temporary.resolve("report.md");

    assertThat(run("export", "INC-17")).containsExactly("# INC-17");
    assertThat(run("export", "INC-17", "--out", file.toString())).isEmpty();
    assertThat(Files.readString(file)).isEqualTo("# INC-17\n");
  }

  @Test
  void anIncidentIsExplainedPartByPart() {
    answers.put(
        "/api/v1/incidents/INC-17/explanation",
        """
        {"incident":"INC-17","title":"web.1 \\u001b[31mcannot start","parts":[{"rule":"missing-module",
         "role":"leads","signals":["module.missing"],"key":["process-type web"],"opens":"at once",
         "counted":"seen once","severity":["critical"],"resolves":["a","b"],"state":"open",
         "lines":[{"partition":2,"offset":41,"text":"No module \\u0007named bs4"}]}],
         "history":["2026-03-01 10:00:00 UTC  opened"]}
        """);

    assertThat(run("explain", "INC-17"))
        .containsExactly(
            "INC-17  web.1 cannot start",
            "",
            "missing-module (leads), open",
            "  signals   module.missing",
            "  key       process-type web",
            "  opens     at once",
            "  counted   seen once",
            "  severity  critical",
            "  over      a, or b",
            "  line      2@41 No module named bs4",
            "",
            "what happened",
            "  2026-03-01 10:00:00 UTC opened");
  }

  @Test
  void linesAreReadOnUntilThereAreNoMore() {
    answers.put(
        "/api/v1/apps/shop/lines",
        """
        {"time":"2026-03-01T10:00:00Z","process":"web.1","origin":"app","text":"a \\u0007b"}
        {"end":"all","looked":12,"next":40}
        """);

    assertThat(run("tail", "--app", "shop", "--text", "a b"))
        .containsExactly("2026-03-01 10:00:00 UTC app[web.1]: a b");
    assertThat(asked.peek()).contains("/api/v1/apps/shop/lines?limit=500&from=", "&text=a%20b");
  }

  @Test
  void aSilentKafkaIsNoEmptyLog() {
    answers.put("/api/v1/apps/shop/lines", "{\"end\":\"silent\",\"looked\":0}\n");

    run("tail", "--app", "shop");

    assertThat(err.toString()).contains("Kafka is silent: there may be more");
  }

  private List<String> run(String... args) {
    PrintStream before = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, UTF_8));
    try {
      CommandLine line = Stormdrain.commandLine();
      line.setErr(new PrintWriter(err, true));
      line.execute(
          Stream.concat(
                  Stream.of(args),
                  Stream.of("--url", "http://localhost:" + server.getAddress().getPort()))
              .toArray(String[]::new));
    } finally {
      System.setOut(before);
    }
    return out.toString(UTF_8).lines().toList();
  }
}
