package io.stormdrain.ingest.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporter;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.export.SimpleLogRecordProcessor;
import io.opentelemetry.sdk.resources.Resource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stormdrain.engines.Engines;
import io.stormdrain.ingest.message.Decoding;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(DoorResource.class)
class OtlpDoorTest {
  private static final String SOURCE = "otlp";
  private static final String JSON = "application/json";
  private static final String PROTOBUF = "application/x-protobuf";

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
  void anSdksExporterIsUnderstood() {
    Instant time = Instant.now();
    export(time);

    Topic.Line line = topic.take(1).getFirst();
    assertThat(line.text()).isEqualTo("cannot start\nE: no port\n  at x");
    assertThat(line.timestamp()).isEqualTo(time.toEpochMilli());
    assertThat(line.headers())
        .containsEntry("service.name", SOURCE)
        .containsEntry("service.instance.id", "web.1")
        .containsEntry("deployment.environment.name", "staging")
        .containsEntry("dialect", "otlp")
        .containsEntry("severity", "17 explicit")
        .containsKey("frame")
        .doesNotContainKey("flags");
    assertThat(meters.moved())
        .isEqualTo(Map.of("lines.received", 1, "lines.published", 1, "requests published", 1));
  }

  @Test
  void railwaysForwarderIsAnsweredInItsOwnEncoding() throws Exception {
    byte[] body = Decoding.fixture("otlp/railway-forwarder.json");
    HttpResponse<byte[]> answered = Sending.to("/v1/logs").from(SOURCE).post(JSON, body);

    assertThat(answered.statusCode()).isEqualTo(200);
    assertThat(answered.headers().firstValue("content-type")).hasValue(JSON);
    assertThat(Sending.text(answered)).isEqualTo("{}");
    Topic.Line line = topic.take(1).getFirst();
    assertThat(line.key()).isEqualTo("otlp/health-service");
    assertThat(line.text()).isEqualTo("ModuleNotFoundError: No module named 'src'");
    assertThat(line.headers())
        .containsEntry("service.name", "health-service")
        .containsEntry("paas.platform", "railway")
        .containsEntry("deployment.id", "577e2cf2-a1fc-4e0f-b352-2780bca73a94")
        .containsEntry("severity", "17 stream");
  }

  @Test
  void aRequestThatIsSentAgainHasTheSameNames() throws Exception {
    String time = "\"timeUnixNano\":\"1764896177123456789\",";
    String body =
        request(
            "{%1$s\"body\":{\"stringValue\":\"a\"}},{%1$s\"body\":{\"stringValue\":\"b\"}}"
                .formatted(time));
    Sending.to("/v1/logs").from(SOURCE).post(JSON, body);
    Sending.to("/v1/logs").from(SOURCE).post(JSON, body);

    List<String> frames = topic.take(4).stream().map(line -> line.header("frame")).toList();
    assertThat(frames.subList(0, 2)).doesNotHaveDuplicates().isEqualTo(frames.subList(2, 4));
  }

  @Test
  void whatCouldNotBeDecodedIsToldAndKept() throws Exception {
    String body = request("{\"body\":{\"stringValue\":\"whole\"}},17");
    HttpResponse<byte[]> answered = Sending.to("/v1/logs").from(SOURCE).post(JSON, body);

    assertThat(answered.statusCode()).isEqualTo(200);
    assertThat(Sending.text(answered)).contains("\"rejectedLogRecords\":\"1\"");
    assertThat(topic.take(2).getLast().headers()).containsEntry("flags", "time-inferred raw");
  }

  @Test
  void aBodyThatIsNoneIsRefusedAndKept() throws Exception {
    HttpResponse<byte[]> answered =
        Sending.to("/v1/logs").from(SOURCE).post(PROTOBUF, "no protobuf");

    assertThat(answered.statusCode()).isEqualTo(400);
    assertThat(answered.headers().firstValue("content-type")).hasValue(PROTOBUF);
    assertThat(answered.body()).startsWith(8, 3, 0x12);
    assertThat(topic.take(1).getFirst().text()).isEqualTo("no protobuf");
    assertThat(meters.moved()).containsEntry("requests undecodable", 1);
  }

  @Test
  void anEmptyRequestIsTaken() throws Exception {
    HttpResponse<byte[]> answered = Sending.to("/v1/logs").from(SOURCE).post(PROTOBUF, new byte[0]);

    assertThat(answered.statusCode()).isEqualTo(200);
    assertThat(answered.body()).isEmpty();
  }

  @Test
  void aTokenMayStandInTheBaseUrl() throws Exception {
    String path = "/otlp/" + DoorResource.token(SOURCE) + "/v1/logs";
    HttpResponse<byte[]> answered =
        Sending.to(path).post(JSON, request("{\"body\":{\"stringValue\":\"x\"}}"));

    assertThat(answered.statusCode()).isEqualTo(200);
    topic.take(1);
  }

  @Test
  void strangersAreTurnedAwayWithAStatus() throws Exception {
    HttpResponse<byte[]> without = Sending.to("/v1/logs").post(JSON, "{}");
    HttpResponse<byte[]> unknown =
        Sending.to("/v1/logs").with("Authorization", "Bearer wrong").post(PROTOBUF, "");

    assertThat(without.statusCode()).isEqualTo(401);
    assertThat(Sending.text(without)).startsWith("{\"code\":16,");
    assertThat(unknown.statusCode()).isEqualTo(403);
    assertThat(unknown.body()).startsWith(8, 7, 0x12);
  }

  @Test
  void aBodyOverTheLimitIsTakenInPart() throws Exception {
    String body = request("{\"body\":{\"stringValue\":\"fits\"}}");
    String fits = " ".repeat(10 * 1024 * 1024 - body.length()) + body;
    byte[] over = (" " + fits).getBytes(UTF_8);

    assertThat(Sending.to("/v1/logs").from(SOURCE).post(JSON, fits).statusCode()).isEqualTo(200);
    assertThat(Sending.to("/v1/logs").from(SOURCE).post(JSON, over).statusCode()).isEqualTo(413);
    assertThat(Sending.to("/v1/logs").from(SOURCE).postGzip(JSON, over).statusCode())
        .isEqualTo(413);
    assertThat(topic.take(3)).extracting(Topic.Line::text).containsExactly("fits", "fits", "]}]}]");
    assertThat(meters.moved())
        .containsEntry("requests cut", 2)
        .containsEntry("bodies.cut oversize", 1)
        .containsEntry("bodies.cut inflation", 1);
  }

  private static void export(Instant time) {
    Resource resource =
        Resource.create(
            Attributes.builder()
                .put("service.name", SOURCE)
                .put("service.instance.id", "web.1")
                .put("deployment.environment.name", "Staging")
                .build());
    OtlpHttpLogRecordExporter exporter =
        OtlpHttpLogRecordExporter.builder()
            .setEndpoint(Service.url().resolve("/v1/logs").toString())
            .addHeader("Authorization", "Bearer " + DoorResource.token(SOURCE))
            .setCompression("gzip")
            .build();
    try (SdkLoggerProvider logs =
        SdkLoggerProvider.builder()
            .setResource(resource)
            .addLogRecordProcessor(SimpleLogRecordProcessor.create(exporter))
            .build()) {
      logs.get("app")
          .logRecordBuilder()
          .setTimestamp(time)
          .setSeverity(Severity.ERROR)
          .setBody("cannot start")
          .setAttribute(AttributeKey.stringKey("exception.stacktrace"), "E: no port\n  at x")
          .emit();
      assertThat(logs.forceFlush().join(20, TimeUnit.SECONDS).isSuccess()).isTrue();
    }
  }

  private static String request(String records) {
    return "{\"resourceLogs\":[{\"scopeLogs\":[{\"logRecords\":[" + records + "]}]}]}";
  }
}
