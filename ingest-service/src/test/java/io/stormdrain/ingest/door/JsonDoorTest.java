package io.stormdrain.ingest.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stormdrain.engines.Engines;
import io.stormdrain.ingest.message.Decoding;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(DoorResource.class)
class JsonDoorTest {
  private static final String SOURCE = "json";
  private static final String JSON = "application/json";

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
  void railwaysForwarderIsUnderstood() throws Exception {
    HttpResponse<byte[]> answered = post(JSON, "railway-forwarder.json");

    assertThat(answered.statusCode()).isEqualTo(200);
    Topic.Line line = topic.take(1).getFirst();
    assertThat(line.key()).isEqualTo("json/health-service");
    assertThat(line.text()).isEqualTo("ModuleNotFoundError: No module named 'src'");
    assertThat(line.headers())
        .containsEntry("service.name", "health-service")
        .containsEntry("service.instance.id", "bbdc4e76-7600-415f-9f6b-e425311cec51")
        .containsEntry("deployment.environment.name", "production")
        .containsEntry("deployment.id", "577e2cf2-a1fc-4e0f-b352-2780bca73a94")
        .containsEntry("paas.platform", "railway")
        .containsEntry("dialect", "json")
        .containsEntry("severity", "17 stream")
        .containsEntry("flags", "time-inferred");
  }

  @Test
  void whatCarriesNoTimeMayBeSaidTwice() throws Exception {
    Topic.Line first = sent("railway-forwarder.json");
    Topic.Line second = sent("railway-forwarder.json");

    assertThat(first.text()).isEqualTo(second.text());
    assertThat(first.header("frame")).isNotEmpty().isNotEqualTo(second.header("frame"));
  }

  @Test
  void whatCarriesItsTimeIsTheSameLineWhenItComesAgain() throws Exception {
    assertThat(sent("fly.json").header("frame")).isEqualTo(sent("fly.json").header("frame"));
  }

  private Topic.Line sent(String fixture) throws Exception {
    post(JSON, fixture);
    return topic.take(fixture.startsWith("fly") ? 2 : 1).getFirst();
  }

  @Test
  void aContentTypeIsNotBelieved() throws Exception {
    assertThat(post("", "cloudflare-test.json").statusCode()).isEqualTo(200);
    assertThat(post(JSON, "railway-papertrail.txt").statusCode()).isEqualTo(200);
    assertThat(post("text/plain", "vector.json").statusCode()).isEqualTo(200);

    assertThat(topic.take(5))
        .extracting(line -> line.header("service.name"))
        .containsExactlyInAnyOrder("json", "health-service", "health-service", "json", "json");
  }

  @Test
  void vercelGetsItsWordBack() throws Exception {
    HttpResponse<byte[]> answered =
        Sending.to("/ingest/json?x-vercel-verify=abc123&token=" + DoorResource.token(SOURCE))
            .post(JSON, "{}");

    assertThat(answered.statusCode()).isEqualTo(200);
    assertThat(answered.headers().firstValue("x-vercel-verify")).hasValue("abc123");
  }

  @Test
  void vercelsRecordsAreNamedByTheirIds() throws Exception {
    post(JSON, "vercel.json");

    assertThat(topic.take(1).getFirst().header("frame"))
        .isEqualTo("1573817250283254651097202070#0");
  }

  @Test
  void cloudflareSendsGzip() throws Exception {
    byte[] body = Decoding.fixture("json/cloudflare.json");
    HttpResponse<byte[]> answered = Sending.to("/ingest/json").from(SOURCE).postGzip("", body);

    assertThat(answered.statusCode()).isEqualTo(200);
    topic.take(2);
  }

  @Test
  void whatIsBrokenIsKept() throws Exception {
    HttpResponse<byte[]> answered =
        Sending.to("/ingest/json").from(SOURCE).post(JSON, "[{\"message\":\"a\"},{\"mess");

    assertThat(answered.statusCode()).isEqualTo(200);
    assertThat(topic.take(2).getLast().header("flags")).contains("raw");
    assertThat(meters.moved()).containsEntry("frames.faulty syntax", 1);
  }

  @Test
  void whatCannotBeReadIsSaidTo() throws Exception {
    HttpResponse<byte[]> answered =
        Sending.to("/ingest/json").from(SOURCE).post("application/msgpack", "\u0091\u0080");

    assertThat(answered.statusCode()).isEqualTo(415);
  }

  @Test
  void datadogsSendersAreAnsweredTheirWay() throws Exception {
    HttpResponse<byte[]> answered =
        Sending.to("/api/v2/logs")
            .with("DD-API-KEY", DoorResource.token(SOURCE))
            .post(JSON, Decoding.fixture("json/digitalocean.json"));

    assertThat(answered.statusCode()).isEqualTo(202);
    assertThat(Sending.text(answered)).isEqualTo("{}");
    assertThat(topic.take(1).getFirst().key()).isEqualTo("json/shop/web");
  }

  @Test
  void strangersAreTurnedAway() throws Exception {
    List<Integer> answers =
        List.of(
            Sending.to("/ingest/json").post(JSON, "{}").statusCode(),
            Sending.to("/ingest/json/nobodys-token-01234").post(JSON, "{}").statusCode(),
            Sending.to("/ingest/json").get().statusCode(),
            Sending.to("/ingest/json").method("HEAD").statusCode(),
            Sending.to("/ingest/json").method("PUT").statusCode());

    assertThat(answers).containsExactly(401, 403, 200, 200, 405);
  }

  private static HttpResponse<byte[]> post(String type, String fixture) throws Exception {
    return Sending.to("/ingest/json").from(SOURCE).post(type, Decoding.fixture("json/" + fixture));
  }
}
