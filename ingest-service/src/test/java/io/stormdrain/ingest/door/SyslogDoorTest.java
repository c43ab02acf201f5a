package io.stormdrain.ingest.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stormdrain.engines.Engines;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = DoorResource.class,
    initArgs = {
      @ResourceArg(name = "tls", value = "yes"),
      @ResourceArg(name = "syslog", value = "yes")
    })
class SyslogDoorTest {
  private static final String SOURCE = "syslog";
  private static final String TOKEN = DoorResource.token(SOURCE);

  @Inject MeterRegistry registry;

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
  private Topic topic;
  private Meters meters;

  @BeforeEach
  void open() {
    topic = new Topic(Engines.kafka(), SOURCE);
    meters = new Meters(registry);
  }

  @AfterEach
  void close() {
    topic.close();
  }

  @Test
  void rendersStreamComesOverTlsAndItsTokenIsNeverStored() throws IOException {
    String header = "<11>1 " + now + " render backend-api web-5d4f9 web-5d4f9 - ";
    try (SyslogSocket render = SyslogSocket.tls()) {
      render.send(TOKEN + " " + header + "==> Exited with status 1\n");
      render.send(TOKEN + " " + header + "the token is " + TOKEN + "\n");

      List<Topic.Line> lines = topic.take(2);
      assertThat(lines.getFirst().text()).isEqualTo("==> Exited with status 1");
      assertThat(lines.getFirst().key()).isEqualTo("syslog/backend-api");
      assertThat(lines.getFirst().timestamp()).isEqualTo(now.toEpochMilli());
      assertThat(lines.getFirst().headers())
          .containsEntry("service.name", "backend-api")
          .containsEntry("service.instance.id", "web-5d4f9")
          .containsEntry("paas.platform", "render")
          .containsEntry("origin", "app")
          .containsEntry("dialect", "syslog")
          .containsEntry("severity", "17 guessed")
          .containsKey("frame");
      assertThat(lines).allSatisfy(line -> assertThat(line.toString()).doesNotContain(TOKEN));
    }
    assertThat(meters.moved()).containsEntry("lines.published", 2);
  }

  @Test
  void herokusSyslogDrainComesOverTls() throws IOException {
    String line = "<45>1 " + now + " " + TOKEN + " heroku web.1 - - Stopping all processes\n";
    try (SyslogSocket heroku = SyslogSocket.tls()) {
      heroku.send(line.length() + " " + line + line.length() + " " + line);

      assertThat(topic.take(2)).extracting(Topic.Line::text).containsOnly("Stopping all processes");
    }
  }

  @Test
  void aRealClientIsUnderstood() throws Exception {
    List<String> command =
        List.of(
            "logger",
            "--tcp",
            "--server",
            "127.0.0.1",
            "--port",
            String.valueOf(SyslogSocket.port("stormdrain.ingest.syslog-port")),
            "--rfc5424",
            "--octet-count",
            "--tag",
            "shop",
            "--priority",
            "local0.err",
            "--sd-id",
            "stormdrain@32473",
            "--sd-param",
            "token=\"" + TOKEN + "\"",
            "out of memory");
    Process logger = new ProcessBuilder(command).inheritIO().start();
    assertThat(logger.waitFor(20, TimeUnit.SECONDS)).isTrue();

    Topic.Line line = topic.take(1).getFirst();
    assertThat(line.text()).isEqualTo("out of memory");
    assertThat(line.headers())
        .containsEntry("service.name", "shop")
        .containsEntry("severity", "17 explicit")
        .doesNotContainKey("flags");
  }

  @Test
  void halfAFrameAtTheEndIsKept() throws IOException {
    try (SyslogSocket sender = SyslogSocket.tcp()) {
      sender.send(TOKEN + " <14>1 " + now + " host shop 1 - - whole\n<14>1 " + now + " host sh");
    }

    List<Topic.Line> lines = topic.take(2);
    assertThat(lines.getFirst().text()).isEqualTo("whole");
    assertThat(lines.getLast().text()).endsWith(" host sh");
  }

  @Test
  void whoShowsNoTokenIsCountedAndHungUpOn() throws IOException {
    try (SyslogSocket stranger = SyslogSocket.tcp()) {
      stranger.send("<14>1 - host shop 1 - - who\n".repeat(19));
      stranger.send("token-of-nobody-0123456789 <14>1 - host shop 1 - - who\n");

      assertThat(stranger.isClosedByService()).isTrue();
    }
    Service.await(() -> meters.moved().containsKey("syslog.connections.refused unknown-token"));
    assertThat(meters.moved())
        .containsEntry("syslog.frames.refused no-token", 19)
        .containsEntry("syslog.frames.refused unknown-token", 1)
        .doesNotContainKey("lines.received");
  }

  @Test
  void aConnectionThatIsSilentTooLongIsClosed() throws IOException {
    try (SyslogSocket silent = SyslogSocket.tcp()) {
      silent.send(TOKEN + " <14>1 " + now + " host shop 1 - - one\n");
      topic.take(1);

      assertThat(silent.isClosedByService()).isTrue();
    }
  }

  @Test
  void connectionsOfOneAddressAreLimited() throws IOException {
    List<SyslogSocket> open = new ArrayList<>();
    try {
      for (int i = 0; i < 5; i++) {
        SyslogSocket socket = SyslogSocket.tcp();
        open.add(socket);
        socket.send(TOKEN + " <14>1 " + now + " host shop 1 - - " + i + "\n");
      }
      topic.take(5);
      try (SyslogSocket oneTooMany = SyslogSocket.tcp()) {
        assertThat(oneTooMany.isClosedByService()).isTrue();
      }
      assertThat(meters.moved())
          .containsEntry("syslog.connections.refused too-many-from-address", 1);
    } finally {
      for (SyslogSocket socket : open) {
        socket.close();
      }
    }
    Service.await(() -> registry.get("stormdrain.ingest.syslog.connections").gauge().value() == 0);
  }

  @Test
  void manyLinesOfOneConnectionKeepTheirOrder() throws IOException {
    int count = 20_000;
    try (SyslogSocket sender = SyslogSocket.tcp()) {
      StringBuilder lines = new StringBuilder(TOKEN + " ");
      for (int i = 0; i < count; i++) {
        lines.append("<14>1 ").append(now).append(" host shop 1 - - ").append(i).append('\n');
      }
      sender.send(lines.toString());

      List<Topic.Line> read = topic.take(count);
      assertThat(read.getFirst().text()).isEqualTo("0");
      assertThat(read.getLast().text()).isEqualTo(String.valueOf(count - 1));
      assertThat(read).extracting(line -> line.header("frame")).doesNotHaveDuplicates();
    }
  }
}
