package io.stormdrain.ingest.syslog;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.stormdrain.ingest.message.Decoding;
import io.stormdrain.ingest.message.Seeds;
import org.junit.jupiter.params.provider.MethodSource;

/** What a syslog connection brings, in pieces of any size. */
class SyslogFuzzTest {
  static java.util.stream.Stream<byte[]> seeds() {
    return java.util.stream.Stream.concat(Seeds.of("drain"), Seeds.of("json"));
  }

  @MethodSource("seeds")
  @FuzzTest
  void aConnectionSurvives(byte[] bytes) {
    int piece = bytes.length == 0 ? 1 : 1 + (bytes[0] & 0xff);
    Decoding decoding = (body, limit) -> new Stream(body, limit, "render", piece);
    decoding.survives(bytes);
  }

  @MethodSource("seeds")
  @FuzzTest
  void aBodySurvives(byte[] bytes) {
    Decoding decoding = (body, limit) -> new SyslogBody(body, limit, "other", 0);
    decoding.survives(bytes);
  }
}
