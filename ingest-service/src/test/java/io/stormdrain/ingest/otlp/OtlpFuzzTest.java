package io.stormdrain.ingest.otlp;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.stormdrain.ingest.message.Decoding;
import io.stormdrain.ingest.message.Seeds;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** OpenTelemetry's requests in both encodings. */
class OtlpFuzzTest {
  private static final Decoding PROTOBUF = OtlpProtobuf::new;
  private static final Decoding JSON = OtlpJson::new;

  static Stream<byte[]> json() {
    return Seeds.of("otlp");
  }

  static Stream<byte[]> protobuf() {
    byte[] request = OtlpRequests.VECTOR;
    return Stream.of(request, Arrays.copyOf(request, request.length / 2));
  }

  @MethodSource("protobuf")
  @FuzzTest
  void protobufSurvives(byte[] body) {
    PROTOBUF.survives(body);
  }

  @MethodSource("json")
  @FuzzTest
  void jsonSurvives(byte[] body) {
    JSON.survives(body);
  }
}
