package io.stormdrain.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.stormdrain.engines.Ports;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands as users run them: processes of their own. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
final class CommandLineTest {

  @TempDir private Path temporary;
  private final List<Process> started = new ArrayList<>();

  private Process stormdrain(String... args) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dstormdrain.home=" + System.getProperty("stormdrain.root"),
                "-cp",
                System.getProperty("java.class.path"),
                Stormdrain.class.getName()));
    command.addAll(List.of(args));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    started.add(process);
    return process;
  }

  /** Also after a failure nothing of it runs on. */
  @AfterEach
  void end() throws InterruptedException {
    for (Process process : started) {
      process.toHandle().destroy();
      process.waitFor();
    }
  }

  private static String output(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private String data() {
    return temporary.resolve("a folder").toString();
  }

  private static String[] engines(String data) {
    List<Integer> ports = Ports.free(3);
    return new String[] {
      "up",
      "--only",
      "kafka,postgres",
      "--data",
      data,
      "--kafka-port",
      ports.get(0).toString(),
      "--controller-port",
      ports.get(1).toString(),
      "--postgres-port",
      ports.get(2).toString()
    };
  }

  private static String awaitLine(BufferedReader output, String beginning) throws IOException {
    StringBuilder seen = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      seen.append(line).append('\n');
      if (line.startsWith(beginning)) {
        return seen.toString();
      }
    }
    throw new AssertionError("no line begins with " + beginning + ": " + seen);
  }

  @Test
  void upStartsTheEnginesRefusesASecondUpAndLeavesNothingRunning() throws Exception {
    String[] up = engines(data());
    Process first = stormdrain(up);
    BufferedReader said = first.inputReader();
    assertThat(awaitLine(said, "ready in ")).contains("kafka       ready", "postgresql  ready");
    List<ProcessHandle> children = first.descendants().toList();
    long postmaster =
        Long.parseLong(
            Files.readAllLines(Path.of(data(), "postgresql/data/postmaster.pid")).getFirst());

    assertThat(output(stormdrain(up)))
        .contains("already runs on " + data() + " as process " + first.pid());
    assertThat(output(stormdrain("reset", "--yes", "--data", data()))).contains("already runs");

    first.toHandle().destroy();
    assertThat(awaitLine(said, "stopped")).contains("stopping").doesNotContain("ended");
    assertThat(first.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(children).isNotEmpty().allSatisfy(this::hasEnded);
    assertThat(ProcessHandle.of(postmaster)).satisfies(p -> p.ifPresent(this::hasEnded));

    assertThat(output(stormdrain("reset", "--yes", "--data", data()))).contains("deleted ");
    assertThat(Path.of(data())).doesNotExist();
  }

  private void hasEnded(ProcessHandle process) {
    assertThat(process.onExit()).succeedsWithin(Duration.ofSeconds(10));
  }

  @Test
  void aTakenPortIsOneLineThatNamesTheOption() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      String[] up = engines(data());
      up[6] = Integer.toString(taken.getLocalPort());
      Process process = stormdrain(up);

      assertThat(output(process).lines())
          .singleElement()
          .asString()
          .contains("port " + taken.getLocalPort() + " (kafka)", "--kafka-port");
      assertThat(process.waitFor()).isEqualTo(1);
    }
  }

  @Test
  void replaySendsWhatWasRecordedAndCountsWhatWasTaken() throws Exception {
    Path recording = temporary.resolve("x.log");
    Files.writeString(recording, "2026-03-01T10:00:00Z app[web.1]: ä\nheroku[web.1]: Cycling\n");
    List<String> bodies = new ArrayList<>();
    HttpServer drain =
        HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    drain.createContext(
        "/",
        exchange -> {
          bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    drain.start();
    try {
      String url = "http://drain:s3cret@127.0.0.1:" + drain.getAddress().getPort();

      Process replay = stormdrain("replay", recording.toString(), "--url", url, "--keep-times");

      assertThat(output(replay))
          .contains("sent 2 messages in 1 request,", "2 acknowledged, 0 dropped")
          .doesNotContain("s3cret");
      assertThat(replay.waitFor()).isZero();
      assertThat(bodies)
          .containsExactly(
              """
              60 <190>1 2026-03-01T10:00:00.000000+00:00 host app web.1 - ä
              67 <45>1 2026-03-01T10:00:00.000000+00:00 host heroku web.1 - Cycling
              """);
    } finally {
      drain.stop(0);
    }
  }
}
