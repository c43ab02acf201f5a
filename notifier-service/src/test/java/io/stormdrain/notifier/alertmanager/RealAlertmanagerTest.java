package io.stormdrain.notifier.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.stormdrain.notifier.Program;
import io.stormdrain.notifier.Secret;
import io.stormdrain.notifier.delivery.Outcome;
import io.stormdrain.notifier.delivery.Receiver;
import io.stormdrain.notifier.message.HostileText;
import io.stormdrain.notifier.message.Notice;
import io.stormdrain.notifier.message.Trouble;
import io.stormdrain.notifier.outgoing.WayOut;
import io.stormdrain.notifier.receiver.Poster;
import io.stormdrain.notifier.receiver.Tellings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a real Alertmanager makes of what it is told. */
final class RealAlertmanagerTest {

  @TempDir Path folder;

  private final Path program = Program.find("prometheus-alertmanager", "prometheus-alertmanager");
  private final int port = Program.freePort();
  private final Receiver receiver = receiver();
  private Program server;

  @BeforeEach
  void start() throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("alertmanager.yml"),
            "route: {receiver: none}\nreceivers: [{name: none}]\n");
    server =
        Program.start(
            port,
            folder.resolve("log"),
            program,
            "--config.file=" + config,
            "--storage.path=" + folder.resolve("data"),
            "--web.listen-address=127.0.0.1:" + port,
            "--cluster.listen-address=");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void anIncidentIsOneAlertThatEndsWithIt() throws Exception {
    Trouble trouble = Trouble.crashLoop();
    assertThat(receiver.tell(Tellings.of(trouble.message(Notice.OPENED))))
        .isInstanceOf(Outcome.Delivered.class);
    assertThat(receiver.tell(Tellings.of(trouble.message(Notice.UPDATED))))
        .isInstanceOf(Outcome.Delivered.class);

    JsonNode alerts = alerts();
    assertThat(alerts).hasSize(1);
    assertThat(alerts.at("/0/status/state").asText()).isEqualTo("active");
    assertThat(alerts.at("/0/labels/app").asText()).isEqualTo("shop");
    assertThat(alerts.at("/0/annotations/summary").asText()).contains("web.1 cannot start");

    trouble.sees("process.up", "web.1", null, Map.of(), "up").after(Duration.ofMinutes(9));
    assertThat(receiver.tell(Tellings.of(trouble.message(Notice.RESOLVED))))
        .isInstanceOf(Outcome.Delivered.class);

    assertThat(alerts()).isEmpty();
  }

  @Test
  void itTakesWhateverALogLineSays() {
    assertThat(receiver.tell(Tellings.of(HostileText.worst())))
        .isInstanceOf(Outcome.Delivered.class);
  }

  private JsonNode alerts() throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return new JsonMapper()
          .readTree(
              http.send(
                      HttpRequest.newBuilder(address()).build(),
                      HttpResponse.BodyHandlers.ofString())
                  .body());
    }
  }

  private Receiver receiver() {
    Poster poster =
        new Poster(
            Secret.of(address().toString()),
            WayOut.post(Duration.ofSeconds(10)),
            InstantSource.system());
    return new AlertmanagerReceiver("am", List.of(poster), InstantSource.system());
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + port + "/api/v2/alerts");
  }
}
