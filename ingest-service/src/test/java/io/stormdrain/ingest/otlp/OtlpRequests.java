package io.stormdrain.ingest.otlp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import io.opentelemetry.proto.logs.v1.SeverityNumber;
import io.stormdrain.ingest.message.Decoding;
import io.stormdrain.ingest.message.Message;
import java.util.Base64;
import java.util.List;

/** Requests, as the classes of the protocol write them. */
final class OtlpRequests {
  /** A request for one record of a health service. */
  static final byte[] VECTOR =
      Base64.getDecoder()
          .decode(
              "CjsKIgogCgxzZXJ2aWNlLm5hbWUSEAoOaGVhbHRoLXNlcnZpY2USFRITCRV34+a4K34YEBEqBgoEYm9vbQ==");

  static final long NANOS = 1_764_896_177_123_456_789L;
  static final Decoding DECODING = OtlpProtobuf::new;

  private OtlpRequests() {}

  static Message only(io.opentelemetry.proto.resource.v1.Resource resource, LogRecord record) {
    ResourceLogs.Builder logs =
        ResourceLogs.newBuilder()
            .setResource(resource)
            .addScopeLogs(ScopeLogs.newBuilder().addLogRecords(record));
    List<Message> all = DECODING.all(request(logs).toByteArray());
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  static ExportLogsServiceRequest request(ResourceLogs.Builder logs) {
    return ExportLogsServiceRequest.newBuilder().addResourceLogs(logs).build();
  }

  static LogRecord record(String text) {
    return LogRecord.newBuilder()
        .setTimeUnixNano(NANOS)
        .setSeverityNumber(SeverityNumber.SEVERITY_NUMBER_ERROR)
        .setBody(AnyValue.newBuilder().setStringValue(text))
        .build();
  }

  static io.opentelemetry.proto.resource.v1.Resource resource(KeyValue... attributes) {
    return io.opentelemetry.proto.resource.v1.Resource.newBuilder()
        .addAllAttributes(List.of(attributes))
        .build();
  }

  static KeyValue text(String key, String value) {
    return pair(key, AnyValue.newBuilder().setStringValue(value).build());
  }

  static KeyValue pair(String key, AnyValue value) {
    return KeyValue.newBuilder().setKey(key).setValue(value).build();
  }

  static int indexOf(byte[] body, String text) {
    return new String(body, ISO_8859_1).indexOf(text);
  }
}
