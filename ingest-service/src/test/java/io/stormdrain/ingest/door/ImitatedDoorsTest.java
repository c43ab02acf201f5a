package io.stormdrain.ingest.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stormdrain.engines.Engines;
import io.stormdrain.ingest.message.Decoding;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Senders of other products find here what they look for. */
@QuarkusTest
@WithTestResource(DoorResource.class)
class ImitatedDoorsTest {
  private static final String JSON = "application/json";

  @Test
  void lokisAgentsAndForwardersPush() throws Exception {
    try (Topic topic = new Topic(Engines.kafka(), "loki")) {
      byte[] agents = Decoding.fixture("json/loki-agent.snappy");
      byte[] forwarders = Decoding.fixture("json/loki-railway.json");
      List<Integer> answers =
          List.of(
              loki().post("application/x-protobuf", agents).statusCode(),
              loki().post(JSON, forwarders).statusCode(),
              loki().postGzip(JSON, forwarders).statusCode(),
              loki().post("", forwarders).statusCode());

      assertThat(answers).containsOnly(204);
      assertThat(topic.take(4)).extracting(Topic.Line::key).containsOnly("loki/health-service");
    }
  }

  @Test
  void whatIsNoPushIsA400AndKept() throws Exception {
    try (Topic topic = new Topic(Engines.kafka(), "loki")) {
      assertThat(loki().post("application/x-protobuf", "not snappy").statusCode()).isEqualTo(400);
      assertThat(topic.take(1).getFirst().header("flags")).contains("raw");
    }
  }

  @Test
  void sendersForElasticsearchAskWhoIsThere() throws Exception {
    HttpResponse<byte[]> answered = Sending.to("/").get();

    assertThat(answered.statusCode()).isEqualTo(200);
    assertThat(answered.headers().firstValue("X-Elastic-Product")).hasValue("Elasticsearch");
    assertThat(Sending.text(answered)).contains("\"number\":\"7.17.0\"");
    assertThat(Sending.to("/").method("HEAD").statusCode()).isEqualTo(200);
  }

  @Test
  void bulksAreAnsweredItemByItem() throws Exception {
    byte[] body = Decoding.fixture("json/bulk.ndjson");
    String pair = "fluent:" + DoorResource.token("bulk");
    String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
    try (Topic topic = new Topic(Engines.kafka(), "bulk")) {
      HttpResponse<byte[]> answered =
          Sending.to("/logstash-2026.02.05/_bulk")
              .with("Authorization", "Basic " + basic)
              .post("application/x-ndjson", body);

      assertThat(Sending.text(answered))
          .isEqualTo(
              "{\"took\":0,\"errors\":false,\"items\":[{\"create\":{\"status\":201}},"
                  + "{\"index\":{\"status\":201}}]}");
      assertThat(Sending.to("/_bulk").from("bulk").postGzip("", body).statusCode()).isEqualTo(200);
      assertThat(topic.take(4)).extracting(Topic.Line::text).contains("second");
    }
  }

  @Test
  void splunksCollectorTakesEventsAndLines() throws Exception {
    try (Topic topic = new Topic(Engines.kafka(), "hec")) {
      HttpResponse<byte[]> events = hec("event").post(JSON, Decoding.fixture("json/hec.json"));
      HttpResponse<byte[]> raw =
          hec("raw").post("text/plain", Decoding.fixture("json/hec-raw.txt"));

      assertThat(Sending.text(events)).isEqualTo("{\"text\":\"Success\",\"code\":0}");
      assertThat(raw.statusCode()).isEqualTo(200);
      assertThat(topic.take(4))
          .extracting(line -> line.header("service.instance.id") + " " + line.text())
          .containsExactly("web-1 boom", "web-1 second", " Error: first line", " second line");
    }
  }

  @Test
  void splunksCollectorSaysHowItIs() throws Exception {
    assertThat(Sending.text(Sending.to("/services/collector/health").get()))
        .isEqualTo("{\"text\":\"HEC is healthy\",\"code\":17}");
    assertThat(Sending.text(Sending.to("/services/collector").post(JSON, "{}")))
        .isEqualTo("{\"text\":\"Token is required\",\"code\":2}");
    assertThat(hec("event").with("Authorization", "Splunk nobodys").post(JSON, "{}").statusCode())
        .isEqualTo(403);
  }

  private static Sending loki() {
    return Sending.to("/loki/api/v1/push").from("loki");
  }

  private static Sending hec(String what) {
    return Sending.to("/services/collector/" + what)
        .with("Authorization", "Splunk " + DoorResource.token("hec"));
  }
}
