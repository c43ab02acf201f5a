package io.stormdrain.local.forward;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The command as users run it: a process of its own. */
final class ForwardCommandTest {
  private static final String SCRIPT = "printf 'one\\ntwo'; printf 'E: boom\\n' >&2; exit 3";

  private record Brought(String target, String authorization, String body) {}

  private final List<Brought> brought = new CopyOnWriteArrayList<>();
  private int answer = 200;
  private HttpServer door;

  @BeforeEach
  void open() throws IOException {
    door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    door.createContext("/", this::take);
    door.start();
  }

  @AfterEach
  void close() {
    door.stop(0);
  }

  private void take(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    brought.add(
        new Brought(
            exchange.getRequestURI().toString(),
            exchange.getRequestHeaders().getFirst("Authorization"),
            body));
    exchange.sendResponseHeaders(answer, -1);
    exchange.close();
  }

  @Test
  void outputPassesUnchangedAndIsBroughtWithTheExitCode() throws Exception {
    Process process =
        forward(address(), "--app", "shop", "--job", "test", "--", "sh", "-c", SCRIPT);

    assertThat(process.waitFor()).isEqualTo(3);
    assertThat(text(process.getInputStream().readAllBytes())).isEqualTo("one\ntwo");
    assertThat(text(process.getErrorStream().readAllBytes())).isEqualTo("E: boom\n");
    assertThat(brought).hasSize(1);
    assertThat(brought.getFirst().target())
        .startsWith("/ci/shop?code=3&command=sh%20-c%20")
        .endsWith("&job=test");
    assertThat(brought.getFirst().authorization()).startsWith("Basic ");
    assertThat(brought.getFirst().body().lines())
        .containsExactlyInAnyOrder("one", "two", "E: boom");
  }

  @Test
  void theExitCodeIsTheCommandsWhateverBecomesOfItsOutput() throws Exception {
    answer = 503;
    Process process = forward(address(), "--", "sh", "-c", "exit 0");

    assertThat(process.waitFor()).isZero();
    assertThat(text(process.getErrorStream().readAllBytes()))
        .contains("the output was not forwarded: ")
        .contains("answers 503")
        .doesNotContain("token-0123456789");
    assertThat(brought).hasSize(3);
  }

  @Test
  void aCommandThatIsNotThereIsA127() throws Exception {
    Process process = forward(address(), "--", "no-such-command-anywhere");

    assertThat(process.waitFor()).isEqualTo(127);
    assertThat(text(process.getErrorStream().readAllBytes()))
        .contains("no-such-command-anywhere cannot be run");
    assertThat(brought.getFirst().target()).contains("code=127");
  }

  @Test
  void ofALongOutputTheEndIsKept() {
    Tail tail = new Tail(20);
    for (int i = 0; i < 10; i++) {
      tail.add(("line " + i).getBytes(UTF_8));
    }

    assertThat(text(tail.text()))
        .isEqualTo("(8 lines before these are left out)\nline 8\nline 9\n");
  }

  private String address() {
    return "http://drain:token-0123456789012345@127.0.0.1:" + door.getAddress().getPort();
  }

  private static Process forward(String url, String... args) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dstormdrain.home=" + System.getProperty("stormdrain.root"),
                "-cp",
                System.getProperty("java.class.path"),
                "io.stormdrain.local.Stormdrain",
                "forward",
                "--url",
                url));
    command.addAll(Arrays.asList(args));
    return new ProcessBuilder(command).start();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, UTF_8);
  }
}
