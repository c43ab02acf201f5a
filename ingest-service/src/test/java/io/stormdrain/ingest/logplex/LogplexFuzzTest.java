package io.stormdrain.ingest.logplex;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.stormdrain.ingest.message.Seeds;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Octet framing and the frames in it, whatever the bytes are. */
class LogplexFuzzTest {
  static Stream<byte[]> seeds() {
    return Seeds.of("drain");
  }

  @MethodSource("seeds")
  @FuzzTest
  void everyByteIsInALineOrRawOrFraming(byte[] body) {
    EveryByte.isAccountedFor(body);
  }
}
