package io.stormdrain.ingest.redact;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.stormdrain.ingest.message.Seeds;
import io.stormdrain.ingest.message.Text;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Secrets in bytes of any kind. */
class RedactorFuzzTest {
  private static final Redactor ALL = new Redactor(true, true);

  static Stream<byte[]> seeds() {
    return Stream.of("redact", "drain", "json").flatMap(Seeds::of);
  }

  @MethodSource("seeds")
  @FuzzTest
  void everyLineIsLeftWholeOrMarked(byte[] bytes) {
    byte[] line = bytes.length > Text.MAX_BYTES ? Arrays.copyOf(bytes, Text.MAX_BYTES) : bytes;
    Redaction redaction = ALL.begin();

    byte[] redacted = redaction.of(line);

    assertThat(redacted.length).isLessThanOrEqualTo(Text.MAX_BYTES);
    assertThat(redaction.found()).isEqualTo(!redaction.kinds().isEmpty());
    if (!redaction.found()) {
      assertThat(redacted).isSameAs(line);
    }
  }
}
