package io.stormdrain.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A newcomer's first minute: all of it on this machine, with the memory it really gets. */
final class UpTest {

  private static final Duration START = Duration.ofMinutes(2);
  private static final Duration ALERT = Duration.ofSeconds(30);
  private static final Path ROOT = Path.of(System.getProperty("stormdrain.root"));
  private static final Pattern OPTIONS = Pattern.compile("^jvm=\"(.*)\"$", Pattern.MULTILINE);

  @TempDir private Path folder;
  private final List<Integer> ports = new ArrayList<>();

  @Test
  void twoCommandsShowAnAlertAndNothingIsLeftRunning() throws Exception {
    Process up = start();
    List<ProcessHandle> children;
    try {
      awaitOnScreen("ready in", START);
      children = up.descendants().toList();
      assertThat(children).hasSizeGreaterThanOrEqualTo(5);
      assertThat(ends("replay", sample("crash-loop.log"), "--app", "shop", "--data", data()))
          .isZero();
      awaitOnScreen("beautifulsoup4", ALERT);
    } finally {
      up.destroy();
      up.waitFor();
    }
    assertThat(screen()).contains("stopped");
    assertThat(children).noneMatch(ProcessHandle::isAlive);
    assertThat(ports).hasSize(6).noneMatch(UpTest::isOpen);
  }

  @Test
  void whatALogMeansIsSaidOffline() throws Exception {
    assertThat(ends("classify", sample("crash-loop.log"))).isEqualTo(1);
    assertThat(ends("classify", sample("healthy-day.log"))).isZero();
  }

  private Process start() throws IOException {
    String env = Files.writeString(folder.resolve("stormdrain.env"), "").toString();
    List<String> command = new ArrayList<>(List.of("up", "--data", data(), "--env", env));
    for (String name :
        List.of("", "analyzer-", "notifier-", "kafka-", "controller-", "postgres-")) {
      ports.add(freePort());
      command.addAll(List.of("--" + name + "port", ports.getLast().toString()));
    }
    return stormdrain(folder.resolve("up.log"), command);
  }

  private void awaitOnScreen(String text, Duration limit) {
    Await.until("'" + text + "'", limit, () -> screen().contains(text), this::screen);
  }

  private String screen() {
    try {
      return Files.readString(folder.resolve("up.log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int ends(String... command) throws IOException, InterruptedException {
    Process process = stormdrain(folder.resolve(command[0] + ".log"), List.of(command));
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  /** As the script starts it when everything is built. */
  private static Process stormdrain(Path output, List<String> arguments) throws IOException {
    Matcher options = OPTIONS.matcher(Files.readString(ROOT.resolve("stormdrain")));
    assertThat(options.find()).isTrue();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(Arrays.asList(options.group(1).split(" ")));
    command.add("-Dstormdrain.home=" + ROOT);
    command.addAll(List.of("-jar", ROOT.resolve("deploy/local/target/local-0.1.0.jar").toString()));
    command.addAll(arguments);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  private static String sample(String name) {
    return ROOT.resolve("deploy/local/samples").resolve(name).toString();
  }

  private static boolean isOpen(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
