package io.stormdrain.ingest.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.stormdrain.ingest.message.Decoding;
import io.stormdrain.ingest.message.Seeds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.xerial.snappy.Snappy;

/** The JSON family, each decoder with the bytes of all its kin. */
class JsonFuzzTest {
  private static final int MOST_INFLATED = 10 * 1024 * 1024;
  private static final Decoding JSON = JsonMessages::new;
  private static final Decoding HEC = (body, limit) -> new JsonMessages(body, limit, "event");
  private static final Decoding BULK = BulkMessages::new;
  private static final Decoding LOKI = LokiJson::new;
  private static final Decoding LOKIS_PROTOBUF =
      (body, limit) -> {
        byte[] compressed = compressed(body);
        return new LokiProtobuf(compressed, compressed.length, MOST_INFLATED);
      };

  static Stream<byte[]> seeds() {
    return Seeds.of("json");
  }

  @MethodSource("seeds")
  @FuzzTest
  void jsonSurvives(byte[] body) {
    JSON.survives(body);
  }

  @MethodSource("seeds")
  @FuzzTest
  void splunksEventsSurvive(byte[] body) {
    HEC.survives(body);
  }

  @MethodSource("seeds")
  @FuzzTest
  void bulksSurvive(byte[] body) {
    BULK.survives(body);
  }

  @MethodSource("seeds")
  @FuzzTest
  void lokisJsonSurvives(byte[] body) {
    LOKI.survives(body);
  }

  @MethodSource("seeds")
  @FuzzTest
  void lokisProtobufSurvives(byte[] body) {
    LOKIS_PROTOBUF.survives(body);
  }

  @MethodSource("seeds")
  @FuzzTest
  void whatIsNoSnappySurvives(byte[] body) {
    LokiProtobuf messages = new LokiProtobuf(body, body.length, MOST_INFLATED);
    int number = 0;
    while (messages.next() != null) {
      assertThat(number++).isLessThanOrEqualTo(MOST_INFLATED);
    }
  }

  private static byte[] compressed(byte[] body) {
    try {
      return Snappy.compress(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
