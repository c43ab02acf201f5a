package io.stormdrain.ingest.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stormdrain.engines.Engines;
import io.stormdrain.ingest.message.Decoding;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(DoorResource.class)
class HookDoorTest {
  private static final String SOURCE = "hooks";
  private static final byte[] RUN = Decoding.fixture("webhook/github-run.json");

  @Inject MeterRegistry registry;

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
  void aFailedRunIsALineOfTheAppsOwnStory() throws Exception {
    assertThat(github("delivery-1", signature(RUN), RUN).statusCode()).isEqualTo(200);

    Topic.Line line = topic.take(1).getFirst();
    assertThat(line.key()).isEqualTo(SOURCE);
    assertThat(line.text()).startsWith("event=ci.failed repository=octo-org/octo-repo");
    assertThat(line.headers())
        .containsEntry("origin", "platform")
        .containsEntry("dialect", "webhook")
        .containsEntry("paas.platform", "github")
        .containsEntry("event.name", "ci.failed")
        .containsEntry("service.instance.id", "ci")
        .containsEntry("frame", "delivery-1#0");
  }

  @Test
  void whatIsDeliveredAgainHasNoEffect() throws Exception {
    github("delivery-2", signature(RUN), RUN);
    HttpResponse<byte[]> again = github("delivery-2", signature(RUN), RUN);

    assertThat(again.statusCode()).isEqualTo(200);
    topic.take(1);
    assertThat(meters.moved())
        .isEqualTo(
            Map.of(
                "lines.received", 1,
                "lines.published", 1,
                "requests published", 1,
                "requests repeated", 1));
  }

  @Test
  void aBodyThatWasChangedIsRefused() throws Exception {
    byte[] changed = new String(RUN, UTF_8).replace("failure", "success").getBytes(UTF_8);

    assertThat(github("delivery-3", signature(RUN), changed).statusCode()).isEqualTo(401);
    assertThat(github("delivery-4", "", RUN).statusCode()).isEqualTo(401);
    assertThat(meters.moved()).isEqualTo(Map.of("requests signature", 2));
  }

  @Test
  void whatRenderSignedLongAgoHasNoEffect() throws Exception {
    byte[] body = Decoding.fixture("webhook/render-server-failed.json");
    long now = Instant.now().getEpochSecond();

    assertThat(render("evt-1", now, body)).isEqualTo(200);
    assertThat(topic.take(1).getFirst().key()).isEqualTo(SOURCE + "/backend-api");
    assertThat(render("evt-1", now - 400, body)).isEqualTo(200);
    assertThat(meters.moved())
        .containsEntry("requests stale", 1)
        .containsEntry("lines.received", 1);
  }

  @Test
  void whyItFailedOnRenderFollowsWhenItsApiTells() throws Exception {
    String body =
        new String(Decoding.fixture("webhook/render-server-failed.json"), UTF_8)
            .replace("evt-cph1rs3idesc73a2b2mg", RenderServer.KILLED);

    assertThat(render("evt-2", Instant.now().getEpochSecond(), body.getBytes(UTF_8)))
        .isEqualTo(200);

    List<Topic.Line> lines = topic.take(2);
    assertThat(lines.getFirst().text()).startsWith("event=instance.crashed");
    assertThat(lines.getLast().text())
        .isEqualTo("event=instance.oom-killed of=instance.crashed memory=512Mi");
    assertThat(lines.getLast().header("service.instance.id")).isEqualTo("srv-c-sbpkm");
    assertThat(lines.getLast().key()).isEqualTo(SOURCE + "/backend-api");
  }

  @Test
  void whatHasNoMeaningHereIsTakenWithA200() throws Exception {
    byte[] ping = "{\"zen\":\"Design for failure.\"}".getBytes(UTF_8);

    assertThat(github("delivery-5", signature(ping), ping).statusCode()).isEqualTo(200);
    assertThat(meters.moved()).isEqualTo(Map.of("requests published", 1));
  }

  @Test
  void railwayShowsTheTokenInThePath() throws Exception {
    byte[] body = Decoding.fixture("webhook/railway-failed.json");

    assertThat(
            Sending.to("/hooks/railway/" + DoorResource.token(SOURCE))
                .post("application/json", body)
                .statusCode())
        .isEqualTo(200);
    assertThat(topic.take(1).getFirst().key()).isEqualTo(SOURCE + "/health-service");
    assertThat(
            Sending.to("/hooks/railway/nobodys-token-0123456789")
                .post("application/json", body)
                .statusCode())
        .isEqualTo(403);
  }

  private static HttpResponse<byte[]> github(String id, String signature, byte[] body)
      throws Exception {
    return Sending.to("/hooks/github/" + DoorResource.token(SOURCE))
        .with("X-GitHub-Event", "workflow_run")
        .with("X-GitHub-Delivery", id)
        .with("X-Hub-Signature-256", signature)
        .post("application/json", body);
  }

  private static String signature(byte[] body) throws Exception {
    return "sha256=" + HexFormat.of().formatHex(mac(body));
  }

  private static int render(String id, long seconds, byte[] body) throws Exception {
    byte[] opening = (id + '.' + seconds + '.').getBytes(UTF_8);
    return Sending.to("/hooks/render/" + DoorResource.token(SOURCE))
        .with("webhook-id", id)
        .with("webhook-timestamp", Long.toString(seconds))
        .with("webhook-signature", "v1," + Base64.getEncoder().encodeToString(mac(opening, body)))
        .post("application/json", body)
        .statusCode();
  }

  private static byte[] mac(byte[]... parts) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(DoorResource.secret(SOURCE).getBytes(UTF_8), "HmacSHA256"));
    for (byte[] part : parts) {
      mac.update(part);
    }
    return mac.doFinal();
  }
}
