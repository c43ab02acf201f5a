package io.stormdrain.ingest.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stormdrain.engines.Engines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that people send with, where this machine has them. */
@QuarkusTest
@WithTestResource(
    value = DoorResource.class,
    initArgs = {
      @ResourceArg(name = "tls", value = "yes"),
      @ResourceArg(name = "syslog", value = "yes")
    })
class RealSendersTest {
  private static final String SOURCE = "senders";

  @TempDir private Path folder;

  private Topic topic;

  @BeforeEach
  void open() {
    topic = new Topic(Engines.kafka(), SOURCE);
  }

  @AfterEach
  void close() {
    topic.close();
  }

  @Test
  void loggerSendsSyslogWithItsTokenInStructuredData() throws Exception {
    run(
        program("logger"),
        "--server",
        "127.0.0.1",
        "--port",
        port(),
        "--tcp",
        "--octet-count",
        "--rfc5424",
        "--sd-id",
        "stormdrain@1",
        "--sd-param",
        "token=\"" + DoorResource.token(SOURCE) + "\"",
        "--tag",
        "shop",
        "--priority",
        "user.err",
        "ModuleNotFoundError: No module named 'bs4'");

    Topic.Line line = topic.take(1).getFirst();
    assertThat(line.text()).endsWith("ModuleNotFoundError: No module named 'bs4'");
    assertThat(line.headers().toString() + line.text()).doesNotContain(DoorResource.token(SOURCE));
  }

  @Test
  void rsyslogForwardsWhatProcessesLog() throws Exception {
    Path socket = folder.resolve("log.sock");
    Path settings = rsyslogs(socket);
    Process rsyslog =
        new ProcessBuilder(
                program("rsyslogd"),
                "-n",
                "-f",
                settings.toString(),
                "-i",
                folder.resolve("pid").toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("rsyslog.log").toFile())
            .start();
    try {
      Service.await(() -> Files.exists(socket));

      run(
          program("logger"),
          "--socket",
          socket.toString(),
          "--tag",
          "shop",
          "Worker exiting (pid: 57)");

      Topic.Line line = topic.take(1).getFirst();
      assertThat(line.text()).isEqualTo("Worker exiting (pid: 57)");
      assertThat(line.header("service.instance.id")).isEqualTo("web.1");
      assertThat(line.header("dialect")).isEqualTo("syslog");
    } finally {
      rsyslog.destroy();
      rsyslog.waitFor(10, TimeUnit.SECONDS);
    }
  }

  private Path rsyslogs(Path socket) throws IOException {
    return Files.writeString(
        folder.resolve("rsyslog.conf"),
        """
        module(load="imuxsock" SysSock.Use="off")
        input(type="imuxsock" Socket="%s")
        template(name="drain" type="string" string="%s <%%PRI%%>1 %%TIMESTAMP:::date-rfc3339%% %%HOSTNAME%% %%APP-NAME%% web.1 - -%%msg%%")
        action(type="omfwd" target="127.0.0.1" port="%s" protocol="tcp" TCP_Framing="octet-counted" template="drain")
        """
            .formatted(socket, DoorResource.token(SOURCE), port()));
  }

  @Test
  void curlBringsTheEndOfABuild() throws Exception {
    Path log =
        Files.writeString(folder.resolve("build.log"), "npm ERR! code ERESOLVE\nnpm ERR! done\n");

    run(
        program("curl"),
        "-fsS",
        "--data-binary",
        "@" + log,
        "-H",
        "Authorization: Bearer " + DoorResource.token(SOURCE),
        Service.url().resolve("/ci/shop?job=build&status=failure&commit=69eec518").toString());

    List<String> texts = topic.take(4).stream().map(Topic.Line::text).toList();
    assertThat(texts).contains("npm ERR! code ERESOLVE", "npm ERR! done");
    assertThat(texts).anyMatch(text -> text.startsWith("event=ci.failed"));
  }

  @Test
  void curlSendsJsonInGzip() throws Exception {
    Path body =
        Files.write(
            folder.resolve("lines.gz"),
            Sending.gzip("{\"message\":\"one\"}\n{\"message\":\"two\"}\n".getBytes(UTF_8)));

    run(
        program("curl"),
        "-fsS",
        "--data-binary",
        "@" + body,
        "-H",
        "Content-Encoding: gzip",
        "-H",
        "Authorization: Bearer " + DoorResource.token(SOURCE),
        Service.url().resolve("/ingest/json").toString());

    assertThat(topic.take(2)).extracting(Topic.Line::text).containsExactly("one", "two");
  }

  private static String port() {
    return Integer.toString(SyslogSocket.port("stormdrain.ingest.syslog-port"));
  }

  /** Its path; the test is left out where there is none. */
  private static String program(String name) {
    String path =
        List.of("/usr/bin/", "/usr/sbin/", "/bin/").stream()
            .map(folder -> folder + name)
            .filter(file -> Files.isExecutable(Path.of(file)))
            .findFirst()
            .orElse("");
    assumeThat(path).as(name).isNotEmpty();
    return path;
  }

  private void run(String... command) throws IOException, InterruptedException {
    Path said = folder.resolve("said");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(said)).isZero();
  }
}
